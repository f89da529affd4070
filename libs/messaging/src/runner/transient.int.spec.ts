import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { eventually, type MessagingDatabase, testPostgresUrl } from '@hengtong/testing';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { Outbox, Relay } from '../outbox/index.ts';
import { silent, stampOf } from '../testing/sending-process.ts';
import { numbers } from '../testing/sequence.ts';
import { gate } from '../testing/steered-bus.ts';
import { stepsTable, storedSteps, takeStep } from '../testing/steps.ts';
import { testService, type TestService } from '../testing/test-service.ts';
import { loader } from '../unit-of-work/index.ts';
import { BatchRunner } from './batch-runner.ts';
import type { Database } from '../database.ts';
import type { Job, Outcome } from './job.ts';

/** Milliseconds for a test that waits for locks and connections. */
const PATIENT = 15_000;

let service: TestService;
let database: MessagingDatabase;
let deadLetters: unknown[];
let troubles: unknown[];
beforeEach(async () => {
  service = await testService();
  database = await service.database();
  await database.query(stepsTable);
  [deadLetters, troubles] = [[], []];
}, PATIENT);
afterEach(() => service.close(), PATIENT);

function runnerOn(on: Database, maxBatch = 500): BatchRunner {
  const relay = new Relay({ database: on, bus: service.bus(), owner: 'nobody', log: silent });
  const observer = { batch: () => undefined, outcome: () => undefined, trouble: (error: unknown) => void troubles.push(error) };
  return new BatchRunner({
    database: on,
    consumer: service.name,
    outbox: new Outbox(relay, 1),
    stamp: stampOf(service.name),
    observer,
    maxBatch,
  });
}

const job = (caseId: string, n: number, run?: Job['run']): Job => ({
  key: caseId,
  messageId: uuidv7(),
  cause: {},
  run: run ?? ((unit) => takeStep(unit, service.topic, caseId, n)),
  otherwise: (_, error) => Promise.resolve(void deadLetters.push(error)),
});

const all = (runner: BatchRunner, jobs: readonly Job[]): Promise<Outcome[]> => Promise.all(jobs.map((each) => runner.run(each)));
const statuses = (outcomes: readonly Outcome[]): string[] => outcomes.map(({ status }) => status);

/** A read that locks rows of `locks`, and waits for no more than this many milliseconds. */
const locked = (milliseconds: number) =>
  loader<string, boolean>({
    name: 'locked',
    absent: false,
    query: async (db, keys) => {
      await db.query(`set local lock_timeout = ${milliseconds}`);
      const { rows } = await db.query<{ id: string }>(`select id from locks where id = any($1) for update`, [keys]);
      return new Map(rows.map(({ id }) => [id, true]));
    },
  });

/** A session of somebody else, who has locked a row, and is never the one who ends a deadlock. */
async function lockedByOther(id: string): Promise<pg.Client> {
  await database.query('create table locks (id text primary key)');
  await database.query(`insert into locks values ('a'), ('b')`);
  const url = new URL(testPostgresUrl());
  url.pathname = new URL(service.url).pathname;
  const other = new pg.Client({ connectionString: url.href });
  other.on('error', () => undefined);
  await other.connect();
  await other.query(`set deadlock_timeout = '1h'`);
  await other.query('begin');
  await other.query('select from locks where id = $1 for update', [id]);
  return other;
}

test(
  'a lost connection: nothing of the batch is kept, nothing is set aside, and the same jobs may be given again',
  async () => {
    const wire = await service.wire();
    const runner = runnerOn(await service.database('cut', wire.url));
    let cut = false;
    const jobs = numbers(3).map((n) =>
      job('case-1', n, async (unit) => {
        if (n === 2 && !cut) {
          cut = true;
          wire.cut();
        }
        return takeStep(unit, service.topic, 'case-1', n);
      }),
    );
    expect(statuses(await all(runner, jobs))).toEqual(['later', 'later', 'later']);
    expect(await storedSteps(database)).toEqual([]);
    expect(statuses(await all(runner, jobs))).toEqual(['later', 'later', 'later']);
    wire.mend();
    expect(statuses(await all(runner, jobs))).toEqual(['done', 'done', 'done']);
    expect((await storedSteps(database)).map(({ n }) => n)).toEqual([1, 2, 3]);
    expect([deadLetters, troubles]).toEqual([[], []]);
  },
  PATIENT,
);

test(
  'a lock that does not come in time, however often, makes no dead letter',
  async () => {
    const other = await lockedByOther('a');
    const runner = runnerOn(database);
    const waiting = job('case-1', 1, (unit) => unit.load(locked(50), 'a'));
    for (let turn = 0; turn < 3; turn++) {
      expect(await runner.run(waiting)).toEqual({ status: 'later', error: expect.objectContaining({ code: '55P03' }) });
    }
    await other.end();
    expect(statuses([await runner.run(waiting)])).toEqual(['done']);
    expect([deadLetters, troubles]).toEqual([[], []]);
  },
  PATIENT,
);

test(
  'the victim of a deadlock is run again',
  async () => {
    const other = await lockedByOther('b');
    const pid = (await other.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid;
    const runner = runnerOn(database);
    const read = locked(30_000);
    const [hasA, otherWaits] = [gate(), gate()];
    const both = job('case-1', 1, async (unit) => {
      await unit.load(read, 'a');
      hasA.open();
      await otherWaits.opened;
      return unit.load(read, 'b');
    });
    const outcome = runner.run(both);
    await hasA.opened;
    const waiting = other.query(`select from locks where id = 'a' for update`);
    await eventually(async () =>
      expect((await database.query(`select from pg_locks where pid = $1 and not granted`, [pid])).rowCount).toBe(1),
    );
    otherWaits.open();
    expect(await outcome).toEqual({ status: 'later', error: expect.objectContaining({ code: '40P01' }) });
    await waiting;
    await other.end();
    expect(statuses([await runner.run(both)])).toEqual(['done']);
    expect(deadLetters).toEqual([]);
  },
  PATIENT,
);

test(
  'what waits behind a job that must come again must come again too, and is not done before it',
  async () => {
    let failures = 1;
    const flaky: Database = {
      ...database,
      transaction: (work) =>
        failures-- > 0 ? Promise.reject(Object.assign(new Error('try again'), { code: '40001' })) : database.transaction(work),
    };
    const runner = runnerOn(flaky, 2);
    const jobs = [job('case-1', 1), job('case-2', 1), job('case-3', 1), job('case-1', 2), job('case-2', 2), job('case-1', 3)];
    expect(statuses(await all(runner, jobs))).toEqual(['later', 'later', 'done', 'later', 'later', 'later']);
    expect(statuses(await all(runner, jobs))).toEqual(['done', 'done', 'duplicate', 'done', 'done', 'done']);
    const rows = await storedSteps(database);
    expect(rows.filter(({ case_id }) => case_id === 'case-1').map(({ n }) => n)).toEqual([1, 2, 3]);
    expect(rows.filter(({ case_id }) => case_id === 'case-2').map(({ n }) => n)).toEqual([1, 2]);
  },
  PATIENT,
);

test(
  'a job that can be neither done nor set aside comes again, and somebody is told',
  async () => {
    const runner = runnerOn(database);
    const hopeless: Job = {
      ...job('case-1', 1, () => Promise.reject(new Error('a mistake'))),
      otherwise: () => Promise.reject(new Error('another')),
    };
    expect(statuses(await all(runner, [hopeless, job('case-1', 2), job('case-2', 1)]))).toEqual(['later', 'later', 'done']);
    expect(troubles).toEqual([new Error('another')]);
  },
  PATIENT,
);
