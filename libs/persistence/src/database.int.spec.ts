import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@hengtong/testing';
import { openDatabase, type Database } from './database.ts';
import { isTransient } from './transient.ts';

const warnings: string[] = [];
const log = { info: () => undefined, warn: (_context: object, message: string) => warnings.push(message) };

let fresh: FreshDatabase;
let database: Database;
beforeEach(async () => {
  warnings.length = 0;
  fresh = await freshDatabase('database');
  database = openDatabase({ url: fresh.url, name: 'ledger', log, max: 2 });
});
afterEach(async () => {
  await database.close();
  await fresh.drop();
});

test('its connections say whose they are, and give up on locks, statements and idle transactions', async () => {
  const names = ['application_name', 'lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout'];
  const { rows } = await database.pool.query(`select ${names.map((name) => `current_setting('${name}') as ${name}`).join(', ')}`);
  expect(rows).toEqual([
    { application_name: 'ledger', lock_timeout: '5s', statement_timeout: '30s', idle_in_transaction_session_timeout: '30s' },
  ]);
});

test('TypeORM reads over the same connections', async () => {
  const source = await database.dataSource();
  const pids = await Promise.all(
    Array.from({ length: 8 }, () => source.query<{ pid: number }[]>('select pg_backend_pid() as pid, pg_sleep(0.01)')),
  );
  expect(new Set(pids.map(([row]) => row?.pid)).size).toBeLessThanOrEqual(2);
  expect(database.pool.totalCount).toBeLessThanOrEqual(2);
  expect(await database.dataSource()).toBe(source);
});

test('a connection that is cut off, in use or not, ends neither the process nor the pool', async () => {
  const [idle, used] = await Promise.all([database.pool.connect(), database.pool.connect()]);
  idle.release();
  const cutOff = new Promise((resolve) => used.once('end', resolve));
  const { pid } = (await used.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]!;
  await database.pool.query('select pg_terminate_backend($1)', [pid]);
  await cutOff;
  const failed: unknown = await used.query('select 1').catch((error: unknown) => error);
  expect(isTransient(failed)).toBe(true);
  used.release(true);
  await expect(database.check()).resolves.toBeUndefined();
});

test('a server that is away is transient, and noticed by the check', async () => {
  const url = new URL(fresh.url);
  url.port = '1';
  const away = openDatabase({ url: url.href, name: 'ledger', log });
  const failed: unknown = await away.check().catch((error: unknown) => error);
  expect(isTransient(failed)).toBe(true);
  await away.close();
});
