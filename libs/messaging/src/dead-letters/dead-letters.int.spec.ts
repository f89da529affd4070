import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Actor, encode, type Message } from '@hengtong/contracts';
import type { MessagingDatabase } from '@hengtong/testing';
import { v7 as uuidv7 } from 'uuid';
import type { Messaging } from '../messaging.ts';
import { stepsTable, storedSteps, takeStep } from '../testing/steps.ts';
import { commandOf, messagingOf } from '../testing/test-messaging.ts';
import { testService, type TestService } from '../testing/test-service.ts';

/** Milliseconds. */
const PATIENT = 15_000;

const by: Actor = { type: 'operator', id: 'operator-1' };

let service: TestService;
let database: MessagingDatabase;
let messaging: Messaging;
let well: boolean;
let moved: string | undefined;
beforeEach(async () => {
  service = await testService();
  database = await service.database();
  await database.query(stepsTable);
  [well, moved] = [false, undefined];
  messaging = await messagingOf(service, {
    partitions: 1,
    database,
    handle: async ({ subject, data }, unit) => {
      if (!well) throw new Error('not well');
      await takeStep(unit, service.topic, subject, (data as { n: number }).n);
    },
    moved: () => Promise.resolve(moved),
  });
}, PATIENT);
afterEach(() => service.close(), PATIENT);

let offset = 0;

/** Hands a message over that cannot be taken. @returns the id of its dead letter. */
async function setAside(message: Message, value?: Uint8Array): Promise<string> {
  const wire = encode(message);
  const place = { topic: service.commands, partition: 0, offset: String(offset++) };
  const received = { ...place, key: wire.key, headers: wire.headers, value: value ?? Buffer.from(wire.value) };
  await messaging.intake.take({ ...place, messages: [received] });
  const [newest] = await messaging.deadLetters.list({ limit: 1 });
  return newest?.id ?? '';
}

const numbersDone = async (): Promise<number[]> => (await storedSteps(database)).map(({ n }) => n);

test(
  'a dead letter is run again with its bytes, once, and what comes of it names the message as its cause',
  async () => {
    const command = commandOf(uuidv7(), 1);
    const id = await setAside(command);
    well = true;
    expect(await messaging.deadLetters.redrive(id, by)).toMatchObject({
      id,
      status: 'redriven',
      settledAt: expect.any(String),
      settledBecause: 'run again',
      settledBy: by,
    });
    expect(await numbersDone()).toEqual([1]);
    await expect(messaging.deadLetters.redrive(id, by)).rejects.toMatchObject({
      code: 'conflict',
      message: 'this dead letter is redriven already',
    });
    await expect(messaging.deadLetters.discard(id, 'late', by)).rejects.toMatchObject({ code: 'conflict' });
    expect(await numbersDone()).toEqual([1]);
    const { rows } = await database.query<{ messages: string }>('select messages from outbox order by position desc limit 1');
    expect(rows[0]?.messages).toContain(`"causationid":"${command.id}"`);
  },
  PATIENT,
);

test(
  'of many who settle it at once, one does',
  async () => {
    const id = await setAside(commandOf(uuidv7(), 1));
    well = true;
    const other = await messagingOf(service, { partitions: 1, handle: () => Promise.resolve() });
    const settling = [
      messaging.deadLetters.redrive(id, by),
      messaging.deadLetters.redrive(id, by),
      messaging.deadLetters.discard(id, 'no use', by),
      other.deadLetters.discard(id, 'no use', by),
    ];
    const settled = await Promise.allSettled(settling);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of settled) if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'conflict' });
  },
  PATIENT,
);

test(
  'one that fails again stays, with the reason for the one who asked',
  async () => {
    const id = await setAside(commandOf(uuidv7(), 1));
    await expect(messaging.deadLetters.redrive(id, by)).rejects.toMatchObject({
      code: 'unprocessable',
      message: 'it fails again: not well',
    });
    expect(await messaging.deadLetters.get(id)).toMatchObject({ status: 'waiting', reason: 'not well' });
  },
  PATIENT,
);

test(
  'one whose case has moved on is not run',
  async () => {
    const id = await setAside(commandOf(uuidv7(), 1));
    [well, moved] = [true, 'the step is completed'];
    await expect(messaging.deadLetters.redrive(id, by)).rejects.toMatchObject({ code: 'conflict', message: 'the step is completed' });
    expect(await numbersDone()).toEqual([]);
  },
  PATIENT,
);

test(
  'one that cannot be read, or says that it is from another, is never run, but can be discarded with a reason',
  async () => {
    const [broken, forged] = [
      await setAside(commandOf(uuidv7(), 1), Buffer.from('{')),
      await setAside(commandOf(uuidv7(), 1, { source: 'taxation' })),
    ];
    well = true;
    await expect(messaging.deadLetters.redrive(broken, by)).rejects.toMatchObject({
      code: 'unprocessable',
      message: expect.stringMatching(/^it cannot be read/),
    });
    await expect(messaging.deadLetters.redrive(forged, by)).rejects.toMatchObject({
      code: 'unprocessable',
      message: expect.stringMatching(/says that it is from taxation/),
    });
    for (const id of [broken, forged]) {
      expect(await messaging.deadLetters.discard(id, 'sent again by the department', by)).toMatchObject({
        status: 'discarded',
        settledBecause: 'sent again by the department',
      });
    }
    expect(await numbersDone()).toEqual([]);
  },
  PATIENT,
);

test(
  'they are listed newest first, page by page, and by how they stand',
  async () => {
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) ids.unshift(await setAside(commandOf(uuidv7(), n)));
    await messaging.deadLetters.discard(ids[1] ?? '', 'no use', by);
    const idsOf = async (query: Parameters<Messaging['deadLetters']['list']>[0]) =>
      (await messaging.deadLetters.list(query)).map(({ id }) => id);
    expect(await idsOf({ limit: 2 })).toEqual(ids.slice(0, 2));
    expect(await idsOf({ limit: 2, after: ids[1] })).toEqual(ids.slice(2, 4));
    expect(await idsOf({ limit: 10, status: 'waiting' })).toEqual([ids[0], ...ids.slice(2)]);
    expect(await idsOf({ limit: 10, status: 'discarded' })).toEqual([ids[1]]);
    await expect(messaging.deadLetters.get(uuidv7())).rejects.toMatchObject({ code: 'not-found' });
  },
  PATIENT,
);

test(
  'they are found by topic, code, case and words of the reason; what is asked for is no pattern',
  async () => {
    const caseId = uuidv7();
    const [sound, broken] = [await setAside(commandOf(caseId, 1)), await setAside(commandOf(uuidv7(), 2), Buffer.from('{'))];
    const idsOf = async (filter: object) => (await messaging.deadLetters.list({ limit: 10, ...filter })).map(({ id }) => id);
    expect(await idsOf({ topic: service.commands })).toEqual([broken, sound]);
    expect(await idsOf({ topic: 'ht.commands.elsewhere' })).toEqual([]);
    expect(await idsOf({ code: 'message.unreadable' })).toEqual([broken]);
    expect(await idsOf({ caseId })).toEqual([sound]);
    expect(await idsOf({ q: 'NOT WELL' })).toEqual([sound]);
    expect(await idsOf({ q: 'n%l' })).toEqual([]);
  },
  PATIENT,
);

test(
  'all of a filter are settled, each by itself, if there are as many as was said',
  async () => {
    const caseId = uuidv7();
    const ids: string[] = [];
    for (let n = 0; n < 30; n++) ids.push(await setAside(commandOf(n < 25 ? caseId : uuidv7(), n)));
    const forged = await setAside(commandOf(caseId, 99, { source: 'taxation' }));
    well = true;
    await expect(messaging.deadLetters.redriveAll({ caseId }, 25, by)).rejects.toMatchObject({ name: 'CountChanged', count: 26 });
    expect(await numbersDone()).toEqual([]);
    expect(await messaging.deadLetters.redriveAll({ caseId }, 26, by)).toEqual({
      done: 25,
      failed: [{ id: forged, detail: expect.stringContaining('says that it is from taxation') }],
      remaining: 0,
    });
    expect((await numbersDone()).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, n) => n));
    expect(await messaging.deadLetters.discardAll({}, 6, { reason: 'no use', by })).toMatchObject({ done: 6, remaining: 0 });
    expect(await messaging.deadLetters.summary({ code: 'message.foreign-source' })).toMatchObject([{ status: 'discarded', count: 1 }]);
    expect(await messaging.deadLetters.summary({})).toEqual([
      expect.objectContaining({ status: 'redriven', count: 25 }),
      expect.objectContaining({ status: 'discarded', count: 5, code: 'handler.failed' }),
      expect.objectContaining({ status: 'discarded', count: 1, code: 'message.foreign-source' }),
    ]);
  },
  PATIENT,
);

test(
  'the body is shown in clear to one who says why, and that is never unsaid; else its form alone',
  async () => {
    const id = await setAside(commandOf(uuidv7(), 1), Buffer.from('{"name":"王芳","numbers":{"330106199001011234":[1,{"a":null}]}}'));
    const hidden = { name: '***', numbers: { '***': ['***', { a: '***' }] } };
    expect(await messaging.deadLetters.get(id)).toMatchObject({ structure: hidden, bytes: 65 });
    expect(JSON.stringify(await messaging.deadLetters.get(id))).not.toContain('330106199001011234');
    const disclosed = await messaging.deadLetters.disclose(id, 'they ask', by);
    expect(disclosed.body).toBe('{"name":"王芳","numbers":{"330106199001011234":[1,{"a":null}]}}');
    expect(await messaging.deadLetters.disclosures(id)).toEqual([
      { id: expect.any(String), by, reason: 'they ask', at: expect.any(String) },
    ]);
    for (const statement of ['update dead_letter_disclosures set reason = $1', 'delete from dead_letter_disclosures where reason <> $1'])
      await expect(database.query(statement, ['other'])).rejects.toThrow('what is recorded in dead_letter_disclosures stays');

    const unreadable = await setAside(commandOf(uuidv7(), 1), Buffer.from([0xff, 0x00]));
    const shown = await messaging.deadLetters.get(unreadable);
    expect(shown).toMatchObject({ bytes: 2 });
    expect(shown).not.toHaveProperty('structure');
    expect((await messaging.deadLetters.disclose(unreadable, 'they ask', by)).body).toBe('base64:/wA=');
  },
  PATIENT,
);
