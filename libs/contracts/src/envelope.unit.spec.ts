import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Context, decode, encode, type Message, UnreadableMessage, type WireHeaders } from './envelope.ts';

const slug = fc.stringMatching(/^[a-z][a-z0-9]{0,9}(-[a-z0-9]{1,9}){0,2}$/);
const positive = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const message: fc.Arbitrary<Message> = fc.record(
  {
    id: fc.uuid({ version: 7 }),
    type: fc.stringMatching(/^gov(\.[a-z][a-z0-9-]{0,9}){1,4}\.v[1-9]$/),
    source: slug,
    subject: fc.uuid(),
    time: fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }).map((date) => date.toISOString()),
    data: fc.json().map((text) => JSON.parse(text) as unknown),
    process: slug,
    processversion: positive,
    step: slug,
    department: slug,
    division: fc.constantFrom('330106', '330000', '000000'),
    causationid: fc.string({ minLength: 1, unit: 'binary' }),
    commandkey: fc.stringMatching(/^[a-z0-9/-]{1,60}$/),
    sequence: positive,
    traceparent: fc.constant('00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'),
  },
  { requiredKeys: ['id', 'type', 'source', 'subject', 'time', 'data'] },
);

test('what is encoded is decoded as it was, from texts as from bytes', () => {
  fc.assert(
    fc.property(message, (sent) => {
      const { key, headers, value } = encode(sent);
      expect(key).toBe(sent.subject);
      const received = { traceparent: undefined, ...sent };
      expect(decode(headers, value)).toEqual(received);
      const bytes = Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)]));
      expect(decode(bytes, Buffer.from(value))).toEqual(received);
    }),
  );
});

const right = encode({
  id: '01a20c80-1f2e-7c3d-9a4b-5c6d7e8f9a0b',
  type: 'gov.hengtong.step.completed.v1',
  source: 'taxation',
  subject: '01a20c80-1e0f-7a1b-8c2d-3e4f5a6b7c8d',
  time: '2026-11-24T08:30:00.125Z',
  step: 'tax',
  commandkey: '01a20c80-1e0f-7a1b-8c2d-3e4f5a6b7c8d/tax/forward/1',
  data: {},
});

test('headers and attributes of later versions are ignored', () => {
  const headers = { ...right.headers, ce_weather: 'rain', 'x-request-id': '7', ce_dataschema: 'urn:x' };
  expect(decode(headers, right.value)).toEqual(decode(right.headers, right.value));
});

function refusal(headers: WireHeaders, value: Uint8Array | string | null = right.value): UnreadableMessage {
  try {
    decode(headers, value);
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableMessage);
    return error as UnreadableMessage;
  }
  throw new Error('it was read');
}

test('a header that is missing is named', () => {
  for (const name of ['ce_id', 'ce_type', 'ce_source', 'ce_subject', 'ce_time']) {
    expect(refusal({ ...right.headers, [name]: undefined }).message).toBe(`header ${name} is missing`);
  }
  expect(refusal({ ...right.headers, ce_specversion: undefined }).message).toBe(
    'header ce_specversion must be 1.0 (CloudEvents, binary mode)',
  );
  expect(refusal({}).message).toContain('ce_specversion');
});

test.each([
  ['ce_specversion', '0.3'],
  ['ce_id', '42'],
  ['ce_id', '3b241101-e2bb-4255-8caf-4136c566a962'],
  ['ce_type', 'completed'],
  ['ce_type', 'gov.hengtong.step.completed'],
  ['ce_source', 'Tax Office'],
  ['ce_subject', 'the bakery'],
  ['ce_time', 'yesterday'],
  ['ce_time', '2026-11-24T08:30:00'],
  ['ce_process', ''],
  ['ce_processversion', 'one'],
  ['ce_processversion', '0'],
  ['ce_step', 'Tax!'],
  ['ce_division', '33'],
  ['ce_commandkey', 'x'.repeat(201)],
  ['ce_sequence', '-1'],
])('a header that is wrong is named: %s: %s', (name, value) => {
  expect(refusal({ ...right.headers, [name]: value }).message).toContain(`header ${name}`);
});

test.each([
  [null, 'the body is empty; JSON is expected'],
  ['', 'the body is no JSON: '],
  ['{"output":', 'the body is no JSON: '],
  [Buffer.from('{"name":"陈静"}', 'utf16le'), 'the body is no UTF-8'],
  [Buffer.from([0x22, 0xc3, 0x28, 0x22]), 'the body is no UTF-8'],
] as const)('a body that is no JSON is refused: %j', (value, message) => {
  expect(refusal(right.headers, value).message).toContain(message);
});

test('what is right in the context of a message that cannot be read is kept, if the case is', () => {
  const { traceparent: _, data: __, ...context } = decode(right.headers, right.value);
  expect(refusal(right.headers, '<xml/>').remnant).toEqual(context);
  const { type: ___, ...others } = context;
  expect(refusal({ ...right.headers, ce_type: undefined }).remnant).toEqual(others);
  expect(refusal({ ...right.headers, ce_specversion: '2.0', ce_type: 'x' }).remnant).toEqual(others);
  expect(refusal({ ...right.headers, ce_subject: 'the bakery' }).remnant).toBeUndefined();
});

test('the context has no attribute that a CloudEvents library would not take', () => {
  for (const name of Object.keys(Context.shape)) expect(name).toMatch(/^[a-z0-9]{1,20}$/);
});
