import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@hengtong/testing';
import { openDatabase, type Database } from './database.ts';

const log = { info: () => undefined, warn: () => undefined };
const accounts = { id: '0001-accounts', sql: 'create table accounts (id int primary key); insert into accounts values (1)' };
const names = { id: '0002-names', sql: `alter table accounts add name text; update accounts set name = 'first'` };

let fresh: FreshDatabase;
let database: Database;
beforeEach(async () => {
  fresh = await freshDatabase('migrations');
  database = openDatabase({ url: fresh.url, name: 'test', log });
});
afterEach(async () => {
  await database.close();
  await fresh.drop();
});

const rowsOf = async (sql: string): Promise<unknown[]> => (await database.pool.query<Record<string, unknown>>(sql)).rows;

test('what is missing is applied, in order, and noted; a second start has nothing to do', async () => {
  await database.migrate([accounts]);
  await database.migrate([accounts, names]);
  await database.migrate([accounts, names]);
  expect(await rowsOf('select * from accounts')).toEqual([{ id: 1, name: 'first' }]);
  expect(
    await rowsOf('select id, length(checksum) as checksum, applied_at <= now() as applied from schema_migrations order by id'),
  ).toEqual([
    { id: '0001-accounts', checksum: 64, applied: true },
    { id: '0002-names', checksum: 64, applied: true },
  ]);
});

test('an applied migration that was edited stops the start, and nothing new is applied', async () => {
  await database.migrate([accounts]);
  await expect(database.migrate([{ ...accounts, sql: `${accounts.sql} ` }, names])).rejects.toThrow(
    /0001-accounts was changed after it ran/,
  );
  expect(await rowsOf('select id from schema_migrations')).toEqual([{ id: '0001-accounts' }]);
});

test('of a migration that fails, nothing is kept; those before it are', async () => {
  const broken = { id: '0002-broken', sql: 'create table half (id int); select 1 / 0' };
  await expect(database.migrate([accounts, broken])).rejects.toThrow(
    'migration 0002-broken failed, nothing of it was kept: division by zero',
  );
  expect(await rowsOf(`select to_regclass('half') as half, to_regclass('accounts')::text as accounts`)).toEqual([
    { half: null, accounts: 'accounts' },
  ]);
});

test('an id that comes twice is refused', async () => {
  await expect(database.migrate([accounts, { ...names, id: accounts.id }])).rejects.toThrow(/two migrations have the id 0001-accounts/);
});

test('of several processes at once, one applies and the others wait for it', async () => {
  await Promise.all(Array.from({ length: 5 }, () => database.migrate([accounts, names])));
  expect(await rowsOf('select count(*)::int as rows from accounts')).toEqual([{ rows: 1 }]);
});

test('nobody waits for a process that was cut off while it migrated', async () => {
  const sleeping = { id: '0001-sleeping', sql: 'select pg_sleep(60)' };
  const cutOff = database.migrate([sleeping]).catch((error: unknown) => error);
  const terminate = `select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'test migrations' and query like '%pg_sleep%' and pid <> pg_backend_pid()`;
  while ((await rowsOf(terminate)).length === 0);
  expect(await cutOff).toMatchObject({ code: 'database.migration-failed' });
  await database.migrate([accounts]);
  expect(await rowsOf('select id from schema_migrations')).toEqual([{ id: '0001-accounts' }]);
});
