import { connect } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import pg from 'pg';
import { freshDatabase, startTestServers, testBrokers, testPostgresUrl, type FreshDatabase } from './index.ts';

const open: FreshDatabase[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((database) => database.drop()));
});

async function fresh(name: string): Promise<FreshDatabase> {
  const database = await freshDatabase(name);
  open.push(database);
  return database;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('a fresh database is empty, writable, and keeps what is written safe on disk', async () => {
  const { url } = await fresh('Ledger & more');
  await query(url, 'create table entries (id int primary key)');
  expect(await query(url, 'select count(*)::int as entries from entries')).toEqual([{ entries: 0 }]);
  expect(await query(url, 'show fsync')).toEqual([{ fsync: 'on' }]);
});

test('the role of one fresh database may not connect to another', async () => {
  const [mine, theirs] = [await fresh('mine'), await fresh('theirs')];
  const trespass = new URL(mine.url);
  trespass.pathname = new URL(theirs.url).pathname;
  await expect(query(trespass.href, 'select 1')).rejects.toThrow(/permission denied for database/);
});

test('a dropped database is gone, even while somebody is connected', async () => {
  const database = await freshDatabase('short_lived');
  const client = new pg.Client({ connectionString: database.url });
  const cutOff = new Promise((resolve) => client.on('error', resolve));
  await client.connect();
  await database.drop();
  await cutOff;
  const left = await query(testPostgresUrl(), `select 1 from pg_database where datname = '${database.name}'`);
  expect(left).toEqual([]);
});

test('servers that run already are used as they are', async () => {
  const before = testPostgresUrl();
  const stop = await startTestServers(['postgres']);
  await stop();
  expect(testPostgresUrl()).toBe(before);
  expect(await query(before, 'select 1 as alive')).toEqual([{ alive: 1 }]);
});

const withBroker = testBrokers() === undefined ? test.skip : test;

withBroker('the broker of this run takes connections', async () => {
  const [host, port] = testBrokers()?.[0]?.split(':') ?? [];
  const socket = connect(Number(port), host);
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  socket.destroy();
});
