import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Database, openDatabase } from '@hengtong/persistence';
import { type FreshDatabase, freshDatabase } from '@hengtong/testing';
import { v7 as uuidv7 } from 'uuid';
import { cloudEventOf } from '../../domain/logged-event.ts';
import { eventHubMigrations } from '../../migrations.ts';
import { anEvent, SERVERS } from '../../testing/hub.ts';
import { log } from './append-events.ts';
import { firstIdOf } from '../../domain/first-id.ts';
import { maintainLog } from './log-partitions.ts';
import { readEvents } from './read-events.ts';

const silent = { info: () => undefined, warn: () => undefined };
const keep = { case: 365, technical: 30 };
const november = new Date('2026-11-24T08:00:00Z');

let fresh: FreshDatabase;
let database: Database;
beforeAll(async () => {
  fresh = await freshDatabase('months');
  database = openDatabase({ url: fresh.url, name: 'months', log: silent });
  await database.migrate(eventHubMigrations);
}, SERVERS);
afterAll(async () => {
  await database.close();
  await fresh.drop();
}, SERVERS);

async function months(retention: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ name: string }>(
    'select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = $1::regclass order by 1',
    [`events_${retention}`],
  );
  return rows.map(({ name }) => name.replace(`events_${retention}_`, ''));
}

const happenedAt = (time: string, retention: 'case' | 'technical') => ({
  retention,
  event: cloudEventOf(anEvent({ id: uuidv7({ msecs: Date.parse(time) }) })),
});

test('the log has a month for what is late and for what is to come, and no month that nothing may be kept of', async () => {
  const room = await maintainLog(database.pool, keep, november);
  expect(await months('case')).toEqual(['2026_09', '2026_10', '2026_11', '2026_12', '2027_01']);
  expect(await months('technical')).toEqual(['2026_10', '2026_11', '2026_12', '2027_01']);
  expect(room).toEqual({ from: Date.UTC(2026, 8), to: Date.UTC(2027, 1) });
});

test('two processes may look after it at once', async () => {
  await Promise.all([maintainLog(database.pool, keep, november), maintainLog(database.pool, keep, november)]);
  expect(await months('case')).toHaveLength(5);
});

test('a month goes when all in it is past its retention, and only what is kept as short', async () => {
  const client = await database.pool.connect();
  await log.flush(client, [happenedAt('2026-11-02T00:00:00Z', 'case'), happenedAt('2026-11-02T00:00:00Z', 'technical')]);
  client.release();
  await maintainLog(database.pool, keep, new Date('2026-12-30T23:59:59Z'));
  expect((await readEvents(database.pool, { after: 0, limit: 10 })).events).toHaveLength(2);
  await maintainLog(database.pool, keep, new Date('2026-12-31T00:00:00Z'));
  expect(await months('technical')).not.toContain('2026_11');
  expect((await readEvents(database.pool, { after: 0, limit: 10 })).events).toHaveLength(1);
  await maintainLog(database.pool, keep, new Date('2027-12-02T00:00:00Z'));
  expect((await readEvents(database.pool, { after: 0, limit: 10 })).events).toEqual([]);
});

test('positions go on where they were, though nothing of before is left', async () => {
  const client = await database.pool.connect();
  await log.flush(client, [happenedAt('2027-12-02T00:00:00Z', 'case')]);
  client.release();
  const { events, upTo } = await readEvents(database.pool, { after: 0, limit: 10 });
  expect(events.map(({ position }) => position)).toEqual([3]);
  expect(upTo).toBe(3);
});

test('the first id of a moment lies at its very beginning', () => {
  const id = uuidv7({ msecs: 1_764_000_000_000 });
  expect(firstIdOf(1_764_000_000_000) <= id && id < firstIdOf(1_764_000_000_001)).toBe(true);
  expect(firstIdOf(-5)).toBe(firstIdOf(0));
});
