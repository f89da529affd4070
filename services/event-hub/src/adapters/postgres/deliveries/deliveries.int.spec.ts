import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openDatabase, type Database } from '@hengtong/persistence';
import { freshDatabase, type FreshDatabase } from '@hengtong/testing';
import { v7 as uuidv7 } from 'uuid';
import {
  deliveryMigrations,
  type Due,
  insertDeliveries,
  keepPartitions,
  listDeliveries,
  loadDue,
  progressOf,
  readDelivery,
  recoverSince,
  resend,
  settlePending,
  whichAreDue,
} from './index.ts';

const log = { info: () => undefined, warn: () => undefined };
const DAY = 86_400_000;
const subscriptionId = uuidv7();

let fresh: FreshDatabase;
let database: Database;
beforeEach(async () => {
  fresh = await freshDatabase('delivery_rows');
  database = openDatabase({ url: fresh.url, name: 'test', log });
  await database.migrate(deliveryMigrations);
  await keepPartitions(database.pool, Date.now());
});
afterEach(async () => {
  await database.close();
  await fresh.drop();
});

/** Adds deliveries of these positions, made at these times. @returns their ids. */
async function made(positions: readonly number[], more: Partial<Due> = {}, at = Date.now()): Promise<string[]> {
  const rows = positions.map((position, index) => ({
    id: uuidv7({ msecs: at + index }),
    subscriptionId,
    position,
    eventId: `e${position}`,
    caseId: 'c',
    lane: null,
    replayId: null,
    attempts: 0,
    earlier: 0,
    since: null,
    ...more,
  }));
  const db = await database.pool.connect();
  await insertDeliveries(db, rows);
  db.release();
  return rows.map(({ id }) => id);
}

const dueOf = async (held: string[] = [], limit = 10, ordered = false): Promise<number[]> =>
  (await loadDue(database.pool, { id: subscriptionId, ordered }, held, limit)).map(({ position }) => position);

test('what is due comes longest first or in order, without what is held, and nothing of a case in which one waits', async () => {
  const [first] = await made([3]);
  await made([7, 8], { lane: 'a' });
  await made([5, 6], { lane: 'b' });
  await made([2]);
  expect(await dueOf()).toEqual([3, 7, 8, 5, 6, 2]);
  expect(await dueOf([first!], 3)).toEqual([7, 8, 5]);
  expect(await dueOf([first!], 3, true)).toEqual([2, 5, 6]);
  await database.pool.query(`update deliveries set due_at = now() + interval '1 hour' where position = 5`);
  expect(await dueOf([], 10, true)).toEqual([2, 3, 7, 8]);
  await database.pool.query(`update deliveries set status = 'delivered' where position = 5`);
  expect(await dueOf([], 10, true)).toEqual([2, 3, 6, 7, 8]);
  expect(await whichAreDue(database.pool, [uuidv7(), subscriptionId])).toEqual([subscriptionId]);
});

test('what has failed since a moment, or any settled delivery, is sent again, and counts its attempts on', async () => {
  const [old, recent] = [await made([1], {}, Date.now() - 2 * 3_600_000), await made([2, 3])];
  await database.pool.query(`update deliveries set attempts = 9, since = now() - interval '28 hours'`);
  expect(await settlePending(database.pool, subscriptionId, 'failed')).toBe(3);
  expect(await recoverSince(database.pool, subscriptionId, new Date(Date.now() - 3_600_000))).toBe(2);
  expect(await loadDue(database.pool, { id: subscriptionId, ordered: false }, [], 10)).toMatchObject([
    { position: 2, attempts: 9, earlier: 9, since: null },
    { position: 3, attempts: 9, earlier: 9, since: null },
  ]);
  expect(await resend(database.pool, subscriptionId, recent[0]!)).toBe(false);
  expect(await resend(database.pool, uuidv7(), old[0]!)).toBe(false);
  expect(await resend(database.pool, subscriptionId, old[0]!)).toBe(true);
  expect(await progressOf(database.pool, subscriptionId)).toEqual({ oldest: 1 });
});

test('deliveries are listed newest first, page by page and by status, and one is shown with its attempts', async () => {
  const [first, second, third] = await made([1, 2, 3]);
  await database.pool.query(`update deliveries set status = 'delivered', attempts = 2, settled_at = now() where id = $1`, [second]);
  await database.pool.query(
    `insert into attempts (delivery_id, number, at, status, error, duration_ms, body) values ($1, 2, now(), 204, null, 7, null),
      ($1, 1, now() - interval '5 seconds', null, 'timeout', 10000, null)`,
    [second],
  );
  const list = async (more: object): Promise<string[]> =>
    (await listDeliveries(database.pool, subscriptionId, { limit: 2, ...more })).map(({ id }) => id);
  expect(await list({})).toEqual([third, second]);
  expect(await list({ after: second })).toEqual([first]);
  expect(await list({ status: 'pending' })).toEqual([third, first]);
  const at = expect.stringMatching(/^20\d\d-.*Z$/);
  expect(await readDelivery(database.pool, subscriptionId, second!)).toEqual({
    id: second,
    position: 2,
    eventId: 'e2',
    caseId: 'c',
    status: 'delivered',
    attempts: 2,
    createdAt: at,
    settledAt: at,
    attempted: [
      { number: 1, at, error: 'timeout', durationMs: 10_000 },
      { number: 2, at, status: 204, durationMs: 7 },
    ],
  });
  expect(await readDelivery(database.pool, uuidv7(), second!)).toBeUndefined();
  expect(Date.parse((await listDeliveries(database.pool, subscriptionId, { limit: 1 }))[0]!.createdAt)).toBeGreaterThan(
    Date.now() - 10_000,
  );
});

test('30 days after they were made, deliveries go with their attempts, unless one of that week is pending', async () => {
  const now = Date.now();
  const [id] = await made([1]);
  await database.pool.query('insert into attempts (delivery_id, number, at, duration_ms) values ($1, 1, now(), 1)', [id]);
  const left = async (): Promise<unknown> =>
    (
      await database.pool.query(
        'select (select count(*)::int from deliveries) as deliveries, (select count(*)::int from attempts) as attempts',
      )
    ).rows;
  await keepPartitions(database.pool, now + 40 * DAY);
  expect(await left()).toEqual([{ deliveries: 1, attempts: 1 }]);
  await settlePending(database.pool, subscriptionId, 'failed');
  await keepPartitions(database.pool, now + 29 * DAY);
  expect(await left()).toEqual([{ deliveries: 1, attempts: 1 }]);
  await keepPartitions(database.pool, now + 40 * DAY);
  expect(await left()).toEqual([{ deliveries: 0, attempts: 0 }]);
  await made([2], {}, now + 40 * DAY);
});
