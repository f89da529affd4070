import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@hengtong/testing';
import { openDatabase, type Database } from './database.ts';
import { hotClient, type HotClient } from './hot-client.ts';
import { isTransient } from './transient.ts';

const log = { info: () => undefined, warn: () => undefined };
const add = 'insert into entries (id) values ($1)';

let fresh: FreshDatabase;
let database: Database;
let hot: HotClient;
beforeEach(async () => {
  fresh = await freshDatabase('hot');
  database = openDatabase({ url: fresh.url, name: 'test', log });
  hot = hotClient({ url: fresh.url, name: 'test', log });
  await database.pool.query('create table entries (id int primary key)');
});
afterEach(async () => {
  await hot.close();
  await database.close();
  await fresh.drop();
});

const entries = async (): Promise<number[]> =>
  (await database.pool.query<{ id: number }>('select id from entries order by id')).rows.map(({ id }) => id);

test('what a transaction writes is there when it resolves, and gives what the work gives', async () => {
  const count = await hot.transaction(async (db, withCommit) => {
    const [, , read] = await Promise.all([
      db.query(add, [1]),
      db.query(add, [2]),
      db.query<{ n: number }>('select count(*)::int as n from entries'),
    ]);
    withCommit(db.query(add, [3]));
    return read.rows[0]?.n;
  });
  expect(count).toBe(2);
  expect(await entries()).toEqual([1, 2, 3]);
});

test('work that throws leaves nothing, even of what is still on its way', async () => {
  const work = hot.transaction((db, withCommit) => {
    withCommit(db.query(add, [1]));
    throw new Error('changed my mind');
  });
  await expect(work).rejects.toThrow('changed my mind');
  expect(await entries()).toEqual([]);
});

test('the first statement that fails is the one that is told of, and the connection goes on', async () => {
  const work = hot.transaction(async (db, withCommit) => {
    for (const id of [1, 1, 2]) withCommit(db.query(add, [id]));
  });
  await expect(work).rejects.toMatchObject({ code: '23505' });
  await hot.transaction((db) => db.query(add, [5]));
  expect(await entries()).toEqual([5]);
});

test('a failure that the work keeps to itself is no commit', async () => {
  const work = hot.transaction(async (db) => {
    await db.query('select 1 / 0').catch(() => undefined);
  });
  await expect(work).rejects.toThrow(/nothing was committed/);
});

test('transactions on one connection run one after another', async () => {
  const seen = await Promise.all(
    [1, 2, 3].map((id) =>
      hot.transaction(async (db) => {
        const { rows } = await db.query<{ n: number }>('select count(*)::int as n from entries');
        await db.query(add, [id]);
        return rows[0]?.n;
      }),
    ),
  );
  expect(seen).toEqual([0, 1, 2]);
});

test('a lost connection fails what was under way as transient, and the next transaction connects anew', async () => {
  const cutOff: unknown = await hot
    .transaction(async (db, withCommit) => {
      await db.query(add, [1]);
      await database.pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'test hot'`);
      withCommit(db.query(add, [2]));
    })
    .catch((error: unknown) => error);
  expect(isTransient(cutOff)).toBe(true);
  await hot.transaction((db) => db.query(add, [3]));
  expect(await entries()).toEqual([3]);
});

test('named statements are prepared once per connection, also after one of them has failed', async () => {
  const insert = (id: number) => hot.transaction((db) => db.query({ name: 'add-entry', text: add, values: [id] }));
  await insert(1);
  await expect(insert(1)).rejects.toMatchObject({ code: '23505' });
  await insert(2);
  expect(await entries()).toEqual([1, 2]);
  const { rows } = await hot.transaction((db) => db.query<{ n: number }>('select count(*)::int as n from pg_prepared_statements'));
  expect(rows).toEqual([{ n: 1 }]);
});

test('named statements are planned once, also those that the server would rather plan for each set of values', async () => {
  const text = 'insert into entries (id) select n from unnest($1::int[], $2::text[]) as row(n, note)';
  for (const id of [1, 2, 3, 4, 5, 6]) await hot.transaction((db) => db.query({ name: 'add-noted', text, values: [[id], ['a note']] }));
  const { rows } = await hot.transaction((db) =>
    db.query(`select generic_plans::int as once, custom_plans::int as each from pg_prepared_statements where name = 'add-noted'`),
  );
  expect(rows).toEqual([{ once: 6, each: 0 }]);
});
