import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { caseEvents, type Case, eventSchemas, messageSchemas, type OpenCase, writerOf } from '@hengtong/contracts';
import { type OnTopic, readTopics, type Topics } from '@hengtong/testing';
import { application, cases, system } from './shared-system.ts';
import { expectEveryNumber, expectOneRecordEach } from './startup.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

/** 1 opened, 6 asked, 6 completed, 1 closed; the world is told of what is asked in the event that led to it. */
const EVENTS = 14;
const TOLD = EVENTS - 6;
/** How many messages there are on each topic: commands, replies, what is told of the case, and what each department tells the world. */
const onEachTopic = new Map([
  ['ht.events.orchestrator', TOLD],
  ...Object.keys(system.departments).flatMap((department) =>
    ['commands', 'replies', 'events'].map((kind) => [`ht.${kind}.${department}`, 1] as const),
  ),
]);
const MESSAGES = 6 + 6 + TOLD + 6;

let applied: OpenCase;
let granted: Case;
beforeAll(async () => {
  applied = application();
  const { id } = await cases.open(applied, { traceparent: `00-${TRACE}-00f067aa0ba902b7-01` });
  granted = await cases.ended(id);
});

describe('a start-up that every department grants', () => {
  test('gives every number that was applied for', () => {
    expect(granted).toMatchObject({ status: 'closed', outcome: 'granted', applicant: applied.applicant, input: applied.input });
    expectEveryNumber(granted.result);
  });

  test('leaves one record in force at each department', () => expectOneRecordEach(system, granted));

  test('has its events without a gap', async () => {
    const events = await cases.events(granted.id);
    expect(events.map(({ sequence }) => sequence)).toEqual(Array.from({ length: EVENTS }, (_, index) => index + 1));
    expect(events.map(({ type }) => type).slice(0, 3)).toEqual(['case-opened', 'step-requested', 'step-completed']);
    expect(events.at(-1)).toMatchObject({ type: 'case-closed', data: { outcome: 'granted' } });
    const order = events.flatMap(({ type, step }) => (type === 'step-completed' ? [step] : []));
    expect(order[0]).toBe('register');
    expect(new Set(order)).toEqual(new Set(Object.keys(granted.steps)));
    expect(order).toHaveLength(6);
  });
});
describe('its messages on the broker', () => {
  let topics: Topics;
  let own: OnTopic[];
  beforeAll(async () => {
    topics = await readTopics(system);
    own = await topics.until(() => {
      const messages = topics.of(granted.id);
      const perTopic = [...Map.groupBy(messages, ({ topic }) => topic)].map(([topic, ofTopic]) => [topic, ofTopic.length] as const);
      expect(new Map(perTopic)).toEqual(onEachTopic);
      return messages;
    });
  });
  afterAll(() => topics.stop());

  test('are CloudEvents in binary mode, each on the topic of its one writer, keyed by the case', () => {
    for (const { topic, key, headers } of own) {
      const expected: Record<string, unknown> = {
        'content-type': 'application/json',
        ce_specversion: '1.0',
        ce_id: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/),
        ce_type: expect.stringMatching(/^gov\.hengtong\.[a-z-]+\.[a-z-]+\.v1$/),
        ce_source: writerOf(topic),
        ce_subject: granted.id,
        ce_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        ce_process: 'enterprise-startup',
        ce_processversion: '1',
        ce_division: '330106',
      };
      expect(headers).toMatchObject(expected);
      expect(key).toBe(granted.id);
    }
    expect(new Set(own.map(({ headers }) => headers['ce_id'])).size).toBe(MESSAGES);
  });

  test('fit their schemas', () => {
    const schemas = { ...messageSchemas, ...eventSchemas };
    const known = own.map((message) => message.read()).filter(({ type }) => type in schemas);
    // What departments tell of their own has its schema in their own code.
    expect(known).toHaveLength(MESSAGES - 6);
    for (const { type, data } of known) expect(schemas[type]?.safeParse(data)).toEqual({ success: true, data });
  });

  test('carry the trace of the request that opened the case', () => {
    const parents = own.map(({ headers }) => headers['traceparent'] ?? '');
    for (const parent of parents) expect(parent).toMatch(new RegExp(`^00-${TRACE}-(?!0{16})[\\da-f]{16}-01$`));
    expect(new Set(parents).size).toBe(MESSAGES);
  });

  test('say what caused them: each reply its command, what follows in the case its reply', async () => {
    const commands = new Map(
      own.filter(({ topic }) => topic.startsWith('ht.commands.')).map((message) => [message.headers['ce_commandkey'], message]),
    );
    const replies = own.filter(({ topic }) => topic.startsWith('ht.replies.'));
    expect(commands.size).toBe(6);
    for (const { headers } of replies) expect(headers['ce_causationid']).toBe(commands.get(headers['ce_commandkey'])?.headers['ce_id']);
    const causes = new Set(replies.map(({ headers }) => headers['ce_id']));
    const completed = (await cases.events(granted.id)).filter(({ type }) => type === 'step-completed');
    for (const { causationId } of completed) expect(causes).toContain(causationId);
  });

  test('tell of every event of the case, in order, and of each step that was asked for in the event that led to it', async () => {
    const told = own.filter(({ topic }) => topic === 'ht.events.orchestrator').map((message) => message.read());
    const events = await cases.events(granted.id);
    const expected = events
      .filter(({ type }) => type !== 'step-requested')
      .map(({ type, sequence }) => ({ type: caseEvents[type as keyof typeof caseEvents].type, sequence }));
    expect(told.map(({ type, sequence }) => ({ type, sequence }))).toEqual(expected);
    const asked = told.flatMap(({ sequence = 0, data }) =>
      ((data as { asks?: string[] }).asks ?? []).map((step) => ({ step, after: sequence })),
    );
    const requested = events.filter(({ type }) => type === 'step-requested');
    expect(asked.map(({ step }) => step)).toEqual(requested.map(({ step }) => step));
    expect(asked[0]).toEqual({ step: 'register', after: 1 });
  });

  test('hold nothing by which a person is known, where everybody may read', () => {
    const people = [applied.applicant, ...(applied.input['employees'] as { name: string; idNumber: string }[])];
    const personal = new Set(people.flatMap(({ name, idNumber }) => [name, idNumber]));
    expect(personal.size).toBeGreaterThan(2);
    const events = topics.messages.filter(({ topic }) => topic.startsWith('ht.events.'));
    expect(events.length).toBeGreaterThanOrEqual(TOLD + 6);
    for (const { headers, key, body } of events) {
      const text = JSON.stringify({ headers, key, body });
      expect([...personal].filter((value) => text.includes(value))).toEqual([]);
    }
  });
});
