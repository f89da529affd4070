import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { MessagingDatabase } from '@hengtong/testing';
import { v7 as uuidv7 } from 'uuid';
import { counted, type SendingProcess } from '../testing/sending-process.ts';
import { numbers } from '../testing/sequence.ts';
import { steps, stepsTable, storedSteps, takeStep } from '../testing/steps.ts';
import { testService, type TestService } from '../testing/test-service.ts';
import { loader, table, type Unit } from '../unit-of-work/index.ts';
import type { Job, Outcome } from './job.ts';

const names = table<{ name: string; caseId: string }>('names', (db, rows) =>
  db.query(`insert into names (name, case_id) select * from unnest($1::text[], $2::text[])`, [
    rows.map((r) => r.name),
    rows.map((r) => r.caseId),
  ]),
);

const ownerOf = loader<string, string | undefined>({
  name: 'names',
  absent: undefined,
  query: async (db, wanted) => {
    const { rows } = await db.query<{ name: string; case_id: string }>(`select name, case_id from names where name = any($1)`, [wanted]);
    return new Map(rows.map(({ name, case_id }) => [name, case_id]));
  },
});

let service: TestService;
let database: MessagingDatabase;
let one: SendingProcess;
beforeEach(async () => {
  service = await testService();
  one = await service.process('one');
  database = await service.database();
  await database.query(stepsTable);
  await database.query('create table names (name text primary key, case_id text not null)');
}, 15_000);
afterEach(() => service.close(), 15_000);

const stored = () => storedSteps(database);
const step = (unit: Unit, caseId: string, n: number) => takeStep(unit, service.topic, caseId, n);

const job = (caseId: string, n: number, more: Partial<Job<readonly number[]>> = {}): Job<readonly number[]> => ({
  key: caseId,
  messageId: uuidv7(),
  cause: {},
  run: (unit) => step(unit, caseId, n),
  ...more,
});

const all = (jobs: readonly Job[]): Promise<Outcome[]> => Promise.all(jobs.map((each) => one.runner.run(each)));
const statuses = (outcomes: readonly Outcome[]): string[] => outcomes.map(({ status }) => status);

/** Messages that the outbox holds, in the order in which they will be sent. */
const sent = async (): Promise<number[]> => {
  const { rows } = await database.query<{ messages: string }>('select messages from outbox order by lane, position');
  return rows.flatMap(({ messages }) =>
    (JSON.parse(messages) as { message: { data: { n: number } } }[]).map(({ message }) => message.data.n),
  );
};

test('five messages of one case in one batch: each sees what those before it did, in one transaction', async () => {
  const outcomes = await all(numbers(5).map((n) => job('case-1', n)));
  expect(outcomes.map((outcome) => outcome.status === 'done' && outcome.value)).toEqual([[], [1], [1, 2], [1, 2, 3], [1, 2, 3, 4]]);
  const rows = await stored();
  expect(rows.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5]);
  expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(1);
  expect(await sent()).toEqual([1, 2, 3, 4, 5]);
});

test('two cases that register one name in one batch: one has it, the other runs again alone and sees who', async () => {
  const register = (caseId: string): Job<string> => ({
    key: caseId,
    messageId: uuidv7(),
    cause: {},
    run: async (unit) => {
      const owner = await unit.load(ownerOf, 'bakery');
      if (owner) return `taken by ${owner}`;
      unit.write(names, { name: 'bakery', caseId });
      return 'registered';
    },
    otherwise: async () => undefined,
  });
  const outcomes = await all([register('case-1'), register('case-2'), job('case-3', 1)]);
  expect(outcomes).toEqual([
    { status: 'done', value: 'registered' },
    { status: 'done', value: 'taken by case-1' },
    { status: 'done', value: [] },
  ]);
  expect((await database.query('select name, case_id from names')).rows).toEqual([{ name: 'bakery', case_id: 'case-1' }]);
});

test('a handler that throws contributes nothing, is run once more alone, and then set aside; the others of its batch are committed', async () => {
  let runs = 0;
  const failing = job('case-1', 13, {
    run: async (unit) => {
      runs++;
      await step(unit, 'case-1', 13);
      throw new Error('a mistake');
    },
    otherwise: (unit, error) => {
      unit.write(steps, { caseId: `set aside: ${(error as Error).message}`, n: 13 });
      return Promise.resolve();
    },
  });
  const outcomes = await all([job('case-2', 1), failing, job('case-3', 2)]);
  expect(statuses(outcomes)).toEqual(['done', 'dead', 'done']);
  expect(runs).toBe(2);
  expect((await stored()).map(({ case_id, n }) => [case_id, n])).toEqual([
    ['case-2', 1],
    ['case-3', 2],
    ['set aside: a mistake', 13],
  ]);
  expect(await sent()).toEqual([1, 2]);
  expect(statuses([await one.runner.run(failing)])).toEqual(['duplicate']);
});

test('what stands behind a job of its key that fails waits for it, in order, whether it fails for good or once', async () => {
  let runs = 0;
  const once = job('case-1', 1, {
    run: (unit) => (++runs === 1 ? Promise.reject(new Error('not yet')) : step(unit, 'case-1', 1)),
    otherwise: async () => undefined,
  });
  const forGood = job('case-2', 1, { run: () => Promise.reject(new Error('never')), otherwise: async () => undefined });
  const outcomes = await all([once, forGood, job('case-3', 9), job('case-1', 2), job('case-2', 2), job('case-1', 3)]);
  expect(statuses(outcomes)).toEqual(['done', 'dead', 'done', 'done', 'done', 'done']);
  const rows = await stored();
  const of = (caseId: string) => rows.filter(({ case_id }) => case_id === caseId).map(({ n }) => n);
  expect([of('case-1'), of('case-2')]).toEqual([[1, 2, 3], [2]]);
  expect(rows[0]).toMatchObject({ case_id: 'case-3' });
});

test('one message has one effect: a hundred times in one batch, in the next batch, and under another key', async () => {
  const messageId = uuidv7();
  const first = await all(numbers(100).map(() => job('case-1', 1, { messageId })));
  expect(statuses(first).filter((status) => status === 'done')).toHaveLength(1);
  expect(new Set(statuses(first).slice(1))).toEqual(new Set(['duplicate']));
  expect(statuses(await all([job('case-1', 2, { messageId }), job('case-1', 3)]))).toEqual(['duplicate', 'done']);

  const twice = uuidv7();
  const other = await all([job('case-2', 4, { messageId: twice }), job('case-3', 5, { messageId: twice }), job('case-4', 6)]);
  expect(statuses(other)).toEqual(['done', 'duplicate', 'done']);
  expect((await stored()).map(({ n }) => n)).toEqual([1, 3, 4, 6]);
  expect(await sent()).toEqual([1, 3, 4, 6]);
});

test('a request that fails is told so at once, leaves nothing, and holds nobody back', async () => {
  const error = new Error('refused');
  const { messageId: _, ...request } = job('case-1', 1, {
    run: async (unit) => {
      await step(unit, 'case-1', 1);
      throw error;
    },
  });
  const outcomes = await all([request, job('case-1', 2)]);
  expect(outcomes).toEqual([
    { status: 'failed', error },
    { status: 'done', value: [] },
  ]);
  expect((await stored()).map(({ n }) => n)).toEqual([2]);
});

test('a statement that the database refuses is the fault of one job only: the others are committed', async () => {
  const broken = loader<string, number>({
    name: 'broken',
    absent: 0,
    query: (db, keys) => db.query(`select 1 / (length($1) - length($1))`, [keys[0]]).then(() => new Map()),
  });
  const reasons: unknown[] = [];
  const faulty = job('case-2', 2, {
    run: async (unit) => [await unit.load(broken, 'x')],
    otherwise: (_, error) => Promise.resolve(void reasons.push(error)),
  });
  expect(statuses(await all([job('case-1', 1), faulty, job('case-3', 3)]))).toEqual(['done', 'dead', 'done']);
  expect(reasons).toEqual([expect.objectContaining({ message: 'division by zero' })]);
  expect((await stored()).map(({ n }) => n)).toEqual([1, 3]);
});

test('a batch larger than the most for one transaction is cut, and keeps its order', async () => {
  const outcomes = await all(numbers(250).map((n) => job(`case-${n % 3}`, n)));
  expect(new Set(statuses(outcomes))).toEqual(new Set(['done']));
  const rows = await stored();
  expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(3);
  for (const rest of [0, 1, 2]) {
    const ofCase = numbers(250).filter((n) => n % 3 === rest);
    expect(rows.filter(({ case_id }) => case_id === `case-${rest}`).map(({ n }) => n)).toEqual(ofCase);
  }
});

test('a message that is too large for any bus is the fault of the one who sends it, and never waits in front of others', async () => {
  const reasons: unknown[] = [];
  const large = job('case-2', 2, {
    run: async (unit) => {
      unit.send({ topic: service.topic, type: counted, subject: 'case-2', data: { n: 2, filler: '横'.repeat(700_000) } });
      return [];
    },
    otherwise: (_, error) => Promise.resolve(void reasons.push(error)),
  });
  expect(statuses(await all([job('case-1', 1), large, job('case-3', 3)]))).toEqual(['done', 'dead', 'done']);
  expect(reasons).toEqual([expect.objectContaining({ code: 'message.too-large', message: expect.stringMatching(/is 2\.1 MB large/) })]);
  expect(await sent()).toEqual([1, 3]);
});

test('what cannot be written down leaves nothing of its batch behind', async () => {
  const faulty = job('case-2', 2, {
    run: async (unit) => {
      const done = await step(unit, 'case-2', 2);
      unit.send({ topic: service.topic, type: counted, subject: 'case-2', data: { n: 2n } });
      return done;
    },
    otherwise: () => Promise.resolve(),
  });
  expect(statuses(await all([job('case-1', 1), faulty]))).toEqual(['done', 'dead']);
  expect((await stored()).map(({ n }) => n)).toEqual([1]);
  expect(await sent()).toEqual([1]);
});
