import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { eventually, type MessagingDatabase } from '@hengtong/testing';
import { v7 as uuidv7 } from 'uuid';
import { type EventBus, PartitionsChanged } from './bus/index.ts';
import { numbers } from './testing/sequence.ts';
import { steer } from './testing/steered-bus.ts';
import { stepsTable, storedSteps } from './testing/steps.ts';
import type { MessagingArguments } from './testing/messaging.process.ts';
import { commandOf, messagingOf, onItsWay } from './testing/test-messaging.ts';
import { testService, type TestService } from './testing/test-service.ts';

/** Milliseconds for a test in which members join a group; one that is killed is missed for six seconds. */
const PATIENT = 60_000;
const PARTITIONS = 4;

let service: TestService;
let database: MessagingDatabase;
let orchestrator: EventBus;
const children: ChildProcess[] = [];
beforeEach(async () => {
  service = await testService(PARTITIONS);
  database = await service.database();
  orchestrator = service.bus();
  await database.query(stepsTable);
}, PATIENT);
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await service.close();
}, PATIENT);

const cases = numbers(20).map(() => uuidv7());
const instance = (options: Partial<Parameters<typeof messagingOf>[1]> = {}) =>
  messagingOf(service, { partitions: PARTITIONS, leaseSeconds: 3, ...options });

/** Asks each case for these steps, one after another. */
const ask = (...steps: number[]): Promise<void> =>
  orchestrator.publish(onItsWay(service.commands, PARTITIONS, ...steps.flatMap((n) => cases.map((caseId) => commandOf(caseId, n)))));

/** Waits until each case has done these steps, and no others, in this order, and all that tells of them is published. */
async function expectDone(steps: readonly number[]): Promise<void> {
  await eventually(async () => expect(await storedSteps(database)).toHaveLength(cases.length * steps.length), PATIENT);
  const stored = await storedSteps(database);
  for (const caseId of cases) expect(stored.filter(({ case_id }) => case_id === caseId).map(({ n }) => n)).toEqual(steps);
  await eventually(async () => expect((await service.lanes()).unpublished).toBe(0), PATIENT);
  expect((await database.query('select from dead_letters')).rows).toEqual([]);
}

/** What came out, compared with the outbox: each message, in the order of its lane. */
async function expectPublished(comparison: 'once' | 'at least once'): Promise<void> {
  const heard = await service.hear();
  await heard.count((await storedSteps(database)).length);
  for (const lane of numbers(PARTITIONS, 0)) {
    expect(comparison === 'once' ? heard.ids(lane) : heard.firsts(lane)).toEqual(await service.committed(lane));
  }
}

const owners = async (): Promise<number> => new Set((await service.lanes()).owners).size;

test(
  'a department that is added while commands for it wait begins with the first',
  async () => {
    await ask(1, 2, 3);
    await (await instance()).connect();
    await expectDone([1, 2, 3]);
    await expectPublished('once');
  },
  PATIENT,
);

test(
  'two processes share the lanes; one joins, one goes, and the other takes over at once: each step once and in order',
  async () => {
    const first = await instance({ leaseSeconds: 600 });
    await first.connect();
    await ask(1, 2);
    await (await instance({ leaseSeconds: 600 })).connect();
    await ask(3, 4);
    await eventually(async () => expect(await owners()).toBe(2), PATIENT);
    await ask(5, 6);
    const stopping = first.stop(6_000);
    await ask(7, 8);
    await stopping;
    await eventually(async () => expect(await owners()).toBe(1), PATIENT);
    await ask(9);
    await expectDone(numbers(9));
    await expectPublished('once');
  },
  PATIENT,
);

test(
  'a process that is killed at work is followed by the other: each step once and in order',
  async () => {
    await (await instance()).connect();
    const { name, topic, commands, url, busAddress: bus } = service;
    const told: MessagingArguments = { service: { name, topic, commands, url }, bus, partitions: PARTITIONS };
    const program = fileURLToPath(new URL('./testing/messaging.process.ts', import.meta.url));
    const victim = fork(program, [JSON.stringify(told)], { execArgv: ['--disable-warning=ExperimentalWarning'] });
    children.push(victim);
    await new Promise((resolve) => victim.once('message', resolve));
    await eventually(async () => expect(await owners()).toBe(2), PATIENT);
    await ask(1, 2, 3);
    await ask(4, 5, 6);
    await eventually(async () => expect((await storedSteps(database)).length).toBeGreaterThan(20), PATIENT);
    victim.kill('SIGKILL');
    await ask(7);
    await expectDone(numbers(7));
    await expectPublished('at least once');
  },
  PATIENT,
);

test(
  'a stop finishes what is in hand and sends it; what is left is for the next start',
  async () => {
    const first = await instance();
    await first.connect();
    const heard = await service.hear();
    await ask(...numbers(50));
    await heard.count(1);
    await first.stop(6_000);
    expect(await service.lanes()).toEqual({ owners: numbers(PARTITIONS).map(() => null), unpublished: 0 });
    await heard.count((await storedSteps(database)).length);

    await (await instance()).connect();
    await expectDone(numbers(50));
    await expectPublished('once');
  },
  PATIENT,
);

test(
  'while the database is away nothing is set aside; when it is back all goes on',
  async () => {
    const wire = await service.wire();
    const messaging = await instance({ database: await service.database('cut', wire.url) });
    await messaging.connect();
    await ask(1);
    await expectDone([1]);
    wire.cut();
    await ask(2, 3);
    const outage = performance.now() + 3_000;
    await eventually(() => expect(performance.now()).toBeGreaterThan(outage));
    wire.mend();
    await ask(4);
    await expectDone([1, 2, 3, 4]);
    await expectPublished('once');
  },
  PATIENT,
);

test(
  'while the bus cannot be found, what is asked by other ways is kept, and a stop ends the search',
  async () => {
    const away = steer(service.bus());
    away.identity = () => Promise.reject(new Error('away'));
    const messaging = await instance({ bus: away });
    const connecting = messaging.connect();
    const { status } = await messaging.runner.run({
      key: cases[0] ?? '',
      cause: {},
      run: async (unit) =>
        unit.send({ topic: service.topic, type: 'gov.hengtong.number.counted.v1', subject: cases[0] ?? '', data: { n: 1 } }),
    });
    expect(status).toBe('done');
    await eventually(() => expect(messaging.relay.unpublished).toBe(1));
    await messaging.stop(1_000);
    expect(await connecting).toEqual({ rebound: false });

    await (await instance()).connect();
    const heard = await service.hear();
    await heard.count(1);
  },
  PATIENT,
);

test(
  'topics that have another number of partitions end the search at once',
  async () => {
    const messaging = await instance();
    const narrow = Object.assign(steer(service.bus()), {
      ensureTopics: (topics: readonly string[]) => orchestrator.ensureTopics(topics, PARTITIONS + 1),
    });
    await messaging.stop(1_000);
    await expect((await instance({ bus: narrow })).connect()).rejects.toThrow(PartitionsChanged);
  },
  PATIENT,
);
