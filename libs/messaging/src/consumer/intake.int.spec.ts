import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { deadLetterRecordedType, encode, type Message } from '@hengtong/contracts';
import type { MessagingDatabase } from '@hengtong/testing';
import { v7 as uuidv7 } from 'uuid';
import type { ReceivedMessage, Verdict } from '../bus/index.ts';
import type { Messaging } from '../messaging.ts';
import { numbers } from '../testing/sequence.ts';
import { counted } from '../testing/sending-process.ts';
import { steps, stepsTable, storedSteps, takeStep } from '../testing/steps.ts';
import { commandOf, messagingOf } from '../testing/test-messaging.ts';
import { testService, type TestService } from '../testing/test-service.ts';

const DAY = 86_400_000;
/** Milliseconds. */
const PATIENT = 15_000;
/** The number that no handler of these tests can bear. */
const UNLUCKY = 13;

let service: TestService;
let database: MessagingDatabase;
let messaging: Messaging;
let offset: number;
beforeEach(async () => {
  service = await testService();
  database = await service.database();
  await database.query(stepsTable);
  offset = 0;
  messaging = await messagingOf(service, {
    partitions: 1,
    database,
    handle: async ({ subject, data }, unit) => {
      await takeStep(unit, service.topic, subject, (data as { n: number }).n);
      if ((data as { n: number }).n === UNLUCKY) throw new Error('not this one');
    },
    onDeadLetter: async ({ subject }, reason, deadLetter, unit) =>
      unit.write(steps, { caseId: `${subject} failed: ${deadLetter}`, n: reason.length }),
  });
  messaging.intake.from('kafka:test');
}, PATIENT);
afterEach(() => service.close(), PATIENT);

/** As the bus hands it over, at the next offset. */
function received({ headers, value }: Pick<ReceivedMessage, 'headers' | 'value'>): ReceivedMessage {
  return { topic: service.commands, partition: 0, offset: String(offset++), key: null, headers, value };
}

function wire(message: Message, changes: { headers?: object; value?: Uint8Array | null } = {}): ReceivedMessage {
  const { headers, value } = encode(message);
  return received({ headers: { ...headers, ...changes.headers }, value: changes.value === undefined ? Buffer.from(value) : changes.value });
}

const take = (...messages: ReceivedMessage[]): Promise<Verdict> =>
  messaging.intake.take({ topic: service.commands, partition: 0, messages });

/** What the service tells the world, in order. */
async function told(): Promise<Message[]> {
  const { rows } = await database.query<{ messages: string }>('select messages from outbox order by lane, position');
  return rows.flatMap(({ messages }) => (JSON.parse(messages) as { message: Message }[]).map(({ message }) => message));
}

const caseId = uuidv7();

test.each<[string, string, RegExp, () => ReceivedMessage]>([
  ['bytes that are no JSON', 'message.unreadable', /no JSON/, () => wire(commandOf(caseId, 1), { value: Buffer.from('{"n": 1') })],
  ['bytes that are no text', 'message.unreadable', /no UTF-8/, () => wire(commandOf(caseId, 1), { value: Buffer.of(0xff, 0, 0xfe) })],
  ['no body', 'message.unreadable', /empty/, () => wire(commandOf(caseId, 1), { value: null })],
  ['a missing ce_type', 'message.unreadable', /ce_type/, () => wire(commandOf(caseId, 1), { headers: { ce_type: undefined } })],
  [
    'an unknown type',
    'message.unknown-type',
    /takes no messages of type gov/,
    () => wire(commandOf(caseId, 1, { type: 'gov.hengtong.step.danced.v1' })),
  ],
  ['a body that breaks its schema', 'message.breaks-schema', /expected number/, () => wire(commandOf(caseId, 1, { data: { n: 'one' } }))],
  [
    'an id from before the inbox',
    'message.out-of-time',
    /for which nobody can say/,
    () => wire(commandOf(caseId, 1, { id: uuidv7({ msecs: Date.now() - 40 * DAY }) })),
  ],
  [
    'an id from a time to come',
    'message.out-of-time',
    /for which nobody can say/,
    () => wire(commandOf(caseId, 1, { id: uuidv7({ msecs: Date.now() + 2 * DAY }) })),
  ],
  ['a handler that throws', 'handler.failed', /^not this one$/, () => wire(commandOf(caseId, UNLUCKY))],
])(
  '%s: a dead letter with all that came, told to the world and to the case in one transaction; those around it go on',
  async (_, code, reason, bad) => {
    const message = bad();
    expect(await take(wire(commandOf(uuidv7(), 1)), message, wire(commandOf(uuidv7(), 2)), wire(commandOf(caseId, 3)))).toBe('taken');

    const [deadLetter, ...others] = await messaging.deadLetters.list({ limit: 10 });
    expect(others).toEqual([]);
    expect(deadLetter).toMatchObject({
      bus: 'kafka:test',
      topic: service.commands,
      partition: 0,
      offset: message.offset,
      status: 'waiting',
      code,
      caseId,
    });
    expect(deadLetter?.reason).toMatch(reason);
    expect(deadLetter?.headers).toEqual(Object.fromEntries(Object.entries(message.headers).filter(([, value]) => value !== undefined)));
    const { rows } = await database.query<{ value: Buffer | null; xmin: string }>('select value, xmin from dead_letters');
    expect(rows[0]?.value).toEqual(message.value);

    const stored = await storedSteps(database);
    const failed = stored.find(({ case_id }) => case_id === `${caseId} failed: ${deadLetter?.id}`);
    expect(failed?.xmin).toBe(rows[0]?.xmin);
    expect(new Set(stored.filter((row) => row !== failed).map(({ n }) => n))).toEqual(new Set([1, 2, 3]));
    const events = (await told()).filter(({ type }) => type === deadLetterRecordedType);
    expect(events).toEqual([
      expect.objectContaining({
        subject: caseId,
        source: service.name,
        data: { deadLetter: deadLetter?.id, topic: service.commands, code },
      }),
    ]);
  },
);

test('a message that says it is from somebody else: a dead letter of which its case hears nothing, and which uses up nobody’s id', async () => {
  const real = commandOf(caseId, 1);
  expect(await take(wire({ ...real, source: 'taxation', data: { n: 666 } }), wire(real))).toBe('taken');
  expect(await messaging.deadLetters.list({ limit: 10 })).toEqual([expect.objectContaining({ code: 'message.foreign-source' })]);
  expect((await storedSteps(database)).map(({ n }) => n)).toEqual([1]);
});

test('the same place is one dead letter, told once, however often its batch comes', async () => {
  const batch = [
    wire(commandOf(caseId, UNLUCKY)),
    wire(commandOf(caseId, 1), { value: Buffer.from('{') }),
    wire(commandOf(caseId, 1, { id: uuidv7({ msecs: 0 }) })),
    wire(commandOf(caseId, 1, { source: 'taxation' })),
  ];
  for (let time = 0; time < 3; time++) expect(await take(...batch)).toBe('taken');
  expect(await messaging.deadLetters.list({ limit: 10 })).toHaveLength(4);
  expect((await told()).filter(({ type }) => type === deadLetterRecordedType)).toHaveLength(4);
});

test('what is behind a poisonous message of its case is done after it was set aside', async () => {
  await take(wire(commandOf(caseId, 1)), wire(commandOf(caseId, UNLUCKY)), wire(commandOf(caseId, 2)), wire(commandOf(caseId, 3)));
  const ofCase = (await storedSteps(database)).map(({ case_id, n }) => (case_id === caseId ? n : 'failed'));
  expect(ofCase).toEqual([1, 'failed', 2, 3]);
});

test('headers of any bytes can be set aside', async () => {
  const headers = {
    'name\0with nul': 'a\0b',
    bytes: Uint8Array.of(0xff, 0xfe),
    cut: `${'x'.repeat(3_999)}🥖`,
  };
  expect(await take(wire(commandOf(caseId, UNLUCKY), { headers }))).toBe('taken');
  const [deadLetter] = await messaging.deadLetters.list({ limit: 1 });
  expect(deadLetter?.headers).toMatchObject({ 'name\\0with nul': 'a\\0b', bytes: 'base64://4=', cut: expect.stringMatching(/^x{3999}/) });
});

test('an event that tells of a dead letter never makes another', async () => {
  const event = commandOf(caseId, 1, { type: deadLetterRecordedType, data: { deadLetter: uuidv7(), topic: 'a', code: 'b' } });
  const other = commandOf(caseId, 2);
  expect(await take(wire(event), wire(event, { value: Buffer.from('{') }), wire(other))).toBe('taken');
  expect(await messaging.deadLetters.list({ limit: 10 })).toEqual([]);
  expect((await told()).map(({ type }) => type)).toEqual([counted]);
});

test('the same message a hundred times, in one batch and in many: one effect, and nothing else is told', async () => {
  const message = commandOf(caseId, 1);
  await take(...numbers(50).map(() => wire(message)));
  for (const id of numbers(50).map(() => message.id.toUpperCase())) await take(wire({ ...message, id }));
  expect((await storedSteps(database)).map(({ n }) => n)).toEqual([1]);
  expect(await told()).toHaveLength(1);
  expect(await messaging.deadLetters.list({ limit: 10 })).toEqual([]);
});

test('what a message causes names it, and carries its trace on', async () => {
  const traceparent = '00-11111111111111111111111111111111-2222222222222222-01';
  const message = commandOf(caseId, 1, { traceparent });
  await take(wire(message));
  expect(await told()).toEqual([expect.objectContaining({ causationid: message.id, traceparent, source: service.name })]);
});
