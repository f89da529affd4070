import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openDatabase, type Database } from '@hengtong/persistence';
import { eventually, type FreshDatabase, freshDatabase } from '@hengtong/testing';
import fc from 'fast-check';
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { log as table } from '../adapters/postgres/append-events.ts';
import { Follower } from '../adapters/postgres/follow.ts';
import { readEvents, readHead } from '../adapters/postgres/read-events.ts';
import { maintainLog } from '../adapters/postgres/log-partitions.ts';
import { cloudEventOf } from '../domain/logged-event.ts';
import { eventHubMigrations } from '../migrations.ts';
import { anEvent, SERVERS } from '../testing/hub.ts';
import { positionOf } from './cursor.ts';
import { EventLog } from './event-log.ts';

const silent = { info: () => undefined, warn: () => undefined };
const never = new AbortController().signal;

let fresh: FreshDatabase;
let database: Database;
const writers: Client[] = [];

/** One more process of the hub: what it sees of the log. `hears` is what tells it that there is something new. */
async function process(hears: Pick<Follower, 'on'> = { on: () => undefined }): Promise<EventLog> {
  const log = new EventLog(database.pool, hears as Follower, silent);
  await log.start();
  return log;
}

const append = (writer: Client, ids: readonly string[]): Promise<unknown> =>
  Promise.resolve(
    table.flush(
      writer,
      ids.map((id) => ({ retention: 'case', event: cloudEventOf(anEvent({ id })) })),
    ),
  );
const ids = (count: number): string[] => Array.from({ length: count }, () => uuidv7());

beforeAll(async () => {
  fresh = await freshDatabase('log');
  database = openDatabase({ url: fresh.url, name: 'log', log: silent });
  await database.migrate(eventHubMigrations);
  await maintainLog(database.pool, { case: 1_095, technical: 90 }, new Date());
  for (let n = 0; n < 3; n++) writers.push(new Client({ connectionString: fresh.url }));
  await Promise.all(writers.map((writer) => writer.connect()));
}, SERVERS);
afterAll(async () => {
  await Promise.all(writers.map((writer) => writer.end()));
  await database.close();
  await fresh.drop();
}, SERVERS);
beforeEach(() => database.pool.query('delete from events'));

describe('a reader of the log never passes an event that is committed later', () => {
  test('while one append is open, the next waits for it, so that positions become visible in their order', async () => {
    const [one, two] = writers as [Client, Client];
    const [first, second] = [ids(2), ids(2)];
    const log = await process();
    const from = log.head;
    await one.query('begin');
    await append(one, first);
    const later = append(two, second);
    expect(await log.read({ after: from, limit: 10 })).toEqual({ events: [], upTo: from });
    await one.query('commit');
    await later;
    await eventually(async () => {
      const { events } = await log.read({ after: from, limit: 10 });
      expect(events.map(({ id }) => id)).toEqual([...first, ...second]);
    });
    await log.stop();
  });

  test(
    'however appends, commits and rollbacks of several writers fall, and however readers read',
    async () => {
      const turn = fc.record({ writer: fc.nat(2), count: fc.integer({ min: 1, max: 4 }), commits: fc.boolean(), pause: fc.nat(3) });
      const run = fc.asyncProperty(fc.array(turn, { minLength: 3, maxLength: 12 }), fc.integer({ min: 1, max: 5 }), async (turns, few) => {
        const from = await readHead(database.pool);
        const written = new Set<string>();
        const ended = new AbortController();
        const reading = [few, 1_000].map(async (limit) => {
          const seen: { id: string; position: number }[] = [];
          for (let at = from; ;) {
            const last = ended.signal.aborted;
            const { events, upTo } = await readEvents(database.pool, { after: at, limit });
            if (last && events.length === 0) return seen;
            seen.push(...events);
            at = upTo;
          }
        });
        const work = writers.map(async (writer, n) => {
          for (const { count, commits, pause } of turns.filter((each) => each.writer === n)) {
            const batch = ids(count);
            await writer.query('begin');
            await append(writer, batch);
            for (let step = 0; step < pause; step++) await writer.query('select 1');
            await writer.query(commits ? 'commit' : 'rollback');
            if (commits) for (const id of batch) written.add(id);
          }
        });
        await Promise.all(work).finally(() => ended.abort());
        for (const seen of await Promise.all(reading)) {
          expect(new Set(seen.map(({ id }) => id))).toEqual(written);
          expect(seen).toHaveLength(written.size);
          expect(seen.map(({ position }) => position)).toEqual(seen.map(({ position }) => position).toSorted((a, b) => a - b));
        }
      });
      await fc.assert(run, { numRuns: 12 });
    },
    SERVERS,
  );
});

test('what the log has handed out as a cursor, it takes back, though it has not heard yet that it has grown', async () => {
  const log = await process();
  await append(writers[0] as Client, ids(3));
  const { upTo } = await log.read({ after: 0, limit: 10 });
  expect(await positionOf(log, log.cursors.of(upTo))).toBe(upTo);
  await log.stop();
});

test('who waits is woken when something comes', async () => {
  const follower = new Follower(fresh.url, 'test');
  const log = await process(follower);
  follower.start();
  const from = log.head;
  const moved = log.moved(from, never);
  await append(writers[0] as Client, ids(1));
  await moved;
  await eventually(() => expect(log.head).toBe(from + 1));
  await Promise.all([follower.stop(), log.stop()]);
});
