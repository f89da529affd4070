import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { eventually, freshDatabase, type FreshDatabase, messagingDatabase, type MessagingDatabase } from '@hengtong/testing';
import { v7 as uuidv7 } from 'uuid';
import type { Job } from '../runner/index.ts';
import { counted, silent } from '../testing/sending-process.ts';
import { steer } from '../testing/steered-bus.ts';
import { testService, type TestService } from '../testing/test-service.ts';
import { Retention } from './retention.ts';
import { partitionsOf } from './time-partitions.ts';

const HOUR = 3_600_000;
/** Milliseconds for a test that lives through some partitions of a second each. */
const PATIENT = 30_000;

let fresh: FreshDatabase;
let database: MessagingDatabase;
const services: TestService[] = [];
const running: Retention[] = [];
beforeEach(async () => {
  fresh = await freshDatabase('retention');
  database = await messagingDatabase(fresh.url, 'retention');
}, PATIENT);
afterEach(async () => {
  for (const each of running.splice(0)) await each.stop();
  for (const service of services.splice(0)) await service.close();
  await database.close();
  await fresh.drop();
}, PATIENT);

const keeping = (on: MessagingDatabase, times: Partial<Record<'inbox' | 'outbox' | 'width', number>> = {}): Retention =>
  new Retention({ database: on, inbox: 5 * HOUR, outbox: 2 * HOUR, width: HOUR, log: silent, ...times });

const take = (at: number): Promise<unknown> =>
  database.query(`insert into inbox (message_id, consumer) values ($1, 'test')`, [uuidv7({ msecs: at })]);

async function expectNoGap(table: string): Promise<void> {
  const all = (await partitionsOf(database, table)).toSorted((a, b) => a.from - b.from);
  for (const [index, { from }] of all.entries()) if (index > 0) expect(from).toBe(all[index - 1]?.to);
}

test('what is past its retention is dropped, and with it goes the time of which messages are taken', async () => {
  const retention = keeping(database);
  const now = Date.now();
  await retention.maintain(now);
  expect(retention.oldest).toBeLessThanOrEqual(now - 5 * HOUR);
  expect(retention.newest).toBeGreaterThan(now + 3 * HOUR);
  await take(now);
  for (let hour = 1; hour <= 5; hour++) await retention.maintain(now + hour * HOUR);
  const { rows } = await database.query('select from inbox');
  expect(rows).toHaveLength(1);
  await retention.maintain(now + 6 * HOUR);
  expect((await database.query('select from inbox')).rows).toEqual([]);
  expect(retention.oldest).toBeGreaterThan(now);
  await expect(take(now)).rejects.toMatchObject({ code: '23514' });
});

test('a service that was away for long has room for the messages of all that time', async () => {
  const now = Date.now();
  for (const hour of [0, 100]) await keeping(database, { inbox: 200 * HOUR }).maintain(now + hour * HOUR);
  for (const hour of [1, 4, 5, 50, 99, 100, 103]) await take(now + hour * HOUR);
  for (const table of ['inbox', 'outbox']) await expectNoGap(table);
});

test(
  'processes that start at once, on both sides of the end of a partition, do not hinder each other',
  async () => {
    const other = await messagingDatabase(fresh.url, 'other');
    const boundary = Math.ceil(Date.now() / HOUR) * HOUR;
    for (let turn = 0; turn < 5; turn++) {
      await Promise.all([
        keeping(database).maintain(boundary - 1),
        keeping(other).maintain(boundary + 1),
        keeping(database).maintain(boundary + HOUR),
        keeping(other).maintain(boundary + HOUR + 1),
      ]);
      for (const table of ['inbox', 'outbox']) {
        await expectNoGap(table);
        for (const { name } of await partitionsOf(database, table)) await database.query(`drop table ${name}`);
      }
    }
    await other.close();
  },
  PATIENT,
);

test(
  'processes that drop the same partitions at once do not hinder each other',
  async () => {
    const other = await messagingDatabase(fresh.url, 'other');
    const now = Date.now();
    await keeping(database).maintain(now);
    for (let hour = 10; hour <= 50; hour += 10) {
      await Promise.all([database, other, database, other].map((on) => keeping(on).maintain(now + hour * HOUR)));
    }
    await other.close();
  },
  PATIENT,
);

test(
  'rows of the outbox that are not published stay, however old',
  async () => {
    const service = await testService();
    services.push(service);
    const own = await service.database('retention');
    const bus = steer(service.bus());
    bus.before = () => Promise.reject(new Error('down'));
    const sender = await service.process('sender', { bus });
    const retention = new Retention({ database: own, inbox: HOUR, outbox: HOUR, width: HOUR, log: silent });
    await sender.send(service.key(0), 1, 2, 3);
    await retention.maintain(Date.now() + 1_000 * HOUR);
    expect(await service.committed(0)).toHaveLength(3);

    bus.before = () => Promise.resolve();
    await eventually(async () => expect((await service.lanes()).unpublished).toBe(0));
    await retention.maintain(Date.now() + 1_000 * HOUR);
    expect(await service.committed(0)).toEqual([]);
  },
  PATIENT,
);

test(
  'while partitions of a second come and go, kept up by two processes, none is lacking for what is taken and sent',
  async () => {
    const service = await testService();
    services.push(service);
    const own = await service.database('one');
    for (const table of ['inbox', 'outbox']) {
      for (const { name } of await partitionsOf(own, table)) await own.query(`drop table ${name}`);
    }
    for (const on of [own, await service.database('two')]) running.push(keeping(on, { inbox: 2_000, outbox: 1_000, width: 1_000 }));
    for (const each of running) await each.start();
    const sender = await service.process('sender', { database: own });
    const first = (await partitionsOf(own, 'outbox')).map(({ name }) => name);
    const key = service.key(0);
    const failures: unknown[] = [];
    let n = 0;
    const job = (): Job => ({
      key,
      messageId: uuidv7(),
      cause: {},
      run: async (unit) => unit.send({ topic: service.topic, type: counted, subject: key, data: { n: ++n } }),
    });
    const gone = async (): Promise<boolean> => (await partitionsOf(own, 'outbox')).every(({ name }) => !first.includes(name));
    while (!(await gone())) {
      const outcome = await sender.runner.run(job());
      if (outcome.status !== 'done') failures.push(outcome);
    }
    expect(failures).toEqual([]);
    const heard = await service.hear();
    await heard.count(n);
    expect((await partitionsOf(own, 'inbox')).length).toBeLessThan(10);
  },
  PATIENT,
);
