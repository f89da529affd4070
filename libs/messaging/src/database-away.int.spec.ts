import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { freePort, type LocalPostgres, removePostgres, startPostgres } from '@hengtong/local';
import { eventually, type MessagingDatabase, messagingDatabase } from '@hengtong/testing';
import { v7 as uuidv7 } from 'uuid';
import { numbers } from './testing/sequence.ts';
import { stepsTable, storedSteps } from './testing/steps.ts';
import { commandOf, messagingOf, onItsWay } from './testing/test-messaging.ts';
import { testService, type TestService } from './testing/test-service.ts';

const MINUTE = 60_000;
/** Milliseconds for what is before and after that minute. */
const PATIENT = 60_000;

let service: TestService;
let dataDir: string;
let server: LocalPostgres;
let database: MessagingDatabase;
beforeEach(async () => {
  service = await testService();
  dataDir = join(await mkdtemp(join(tmpdir(), 'hengtong-away-')), 'postgres');
  server = await startPostgres({ dataDir, port: await freePort() });
  database = await messagingDatabase(server.adminUrl, service.name);
  await database.query(stepsTable);
}, PATIENT);
afterEach(async () => {
  await service.close();
  await database.close();
  await server.stop();
  await removePostgres(dataDir);
  await rm(dirname(dataDir), { recursive: true });
}, PATIENT);

test(
  '(slow) the database is away for a minute: no dead letter, nothing lost, and everything goes on when it is back',
  async () => {
    const messaging = await messagingOf(service, { partitions: 1, database });
    await messaging.connect();
    const orchestrator = service.bus();
    const heard = await service.hear();
    const caseId = uuidv7();
    const ask = (...steps: number[]) => orchestrator.publish(onItsWay(service.commands, 1, ...steps.map((n) => commandOf(caseId, n))));

    await ask(1, 2, 3);
    await heard.count(3);
    await server.stop();
    await ask(4, 5);
    const request = messaging.runner.run({ key: caseId, cause: {}, run: () => Promise.resolve() });
    expect(await request).toMatchObject({ status: 'later' });
    await pass(MINUTE);
    await ask(6);
    server = await startPostgres({ dataDir, port: server.port });

    await heard.count(6);
    expect((await storedSteps(database)).map(({ n }) => n)).toEqual(numbers(6));
    expect(heard.numbers(0)).toEqual(numbers(6));
    expect((await database.query('select from dead_letters')).rows).toEqual([]);
    await eventually(() => expect(messaging.relay.unpublished).toBe(0));
    await ask(7);
    await heard.count(7);
  },
  MINUTE + PATIENT,
);
