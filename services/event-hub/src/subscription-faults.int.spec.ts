import { expect, test } from '@jest/globals';
import { HubUnderTest, OPENED, statistics } from './testing/hub.ts';
import { Cursors } from './domain/cursors.ts';

/** Of a hub with another key. */
const foreign = new Cursors(Buffer.alloc(16));

const hub = new HubUnderTest();
const sink = 'https://93.184.216.34/hook';
const nested = (depth: number): object => (depth === 0 ? { cel: 'true' } : { not: nested(depth - 1) });

/** What is wished, the status of the answer, and where it points. */
const refused: [string, Record<string, unknown>, number, string][] = [
  ['no delivery', { delivery: undefined }, 400, '/delivery'],
  ['a delivery that there is not', { delivery: 'pigeon' }, 400, '/delivery'],
  ['a protocol that there is not', { protocol: 'MQTT' }, 400, '/protocol'],
  ['a type that is not known', { types: [OPENED, 'gov.hengtong.moon.landed.v1'] }, 422, '/types/1'],
  ['a type that is none', { types: ['moon'] }, 400, '/types/0'],
  ['a filter of two dialects', { filters: [{ exact: { type: 'a' }, cel: 'true' }] }, 400, '/filters/0'],
  ['a filter of nothing', { filters: [{ exact: {} }] }, 400, '/filters/0'],
  ['a filter over what is no attribute', { filters: [{ exact: { 'data.code': 'x' } }] }, 400, '/filters/0'],
  ['a filter of an unknown dialect', { filters: [{ sql: 'select 1' }] }, 400, '/filters/0'],
  ['a condition that cannot be read', { filters: [{ cel: 'true' }, { cel: 'data.' }] }, 422, '/filters/1/cel'],
  ['a condition that costs too much', { filters: [{ not: { cel: 'event.type.matches("(a+)+$")' } }] }, 422, '/filters/0/not/cel'],
  ['filters too deep', { filters: [nested(9)] }, 422, '/filters/0/not'],
  ['filters beyond any depth', { filters: [nested(2_000)] }, 400, ''],
  ['a secret that is too short', { delivery: 'webhook', sink, secret: 'whsec_c2hvcnQ=' }, 400, '/secret'],
  ['a secret that is none', { delivery: 'webhook', sink, secret: 'hunter2' }, 400, '/secret'],
  ['no sink', { delivery: 'webhook' }, 422, '/sink'],
  ['a sink that is no URL', { delivery: 'webhook', sink: 'tjj' }, 422, '/sink'],
  ['a sink by plain http', { delivery: 'webhook', sink: 'http://93.184.216.34/hook' }, 422, '/sink'],
  ['a file', { delivery: 'webhook', sink: 'file:///etc/passwd' }, 422, '/sink'],
  ['a sink on another port', { delivery: 'webhook', sink: 'https://93.184.216.34:22/' }, 422, '/sink'],
  ['a sink with credentials', { delivery: 'webhook', sink: 'https://me:secret@93.184.216.34/' }, 422, '/sink'],
  ['a loopback address', { delivery: 'webhook', sink: 'https://127.0.0.1/' }, 422, '/sink'],
  ['a loopback address in another notation', { delivery: 'webhook', sink: 'https://2130706433/' }, 422, '/sink'],
  ['a private address', { delivery: 'webhook', sink: 'https://10.0.0.7/' }, 422, '/sink'],
  ['the metadata of a cloud', { delivery: 'webhook', sink: 'https://169.254.169.254/latest/' }, 422, '/sink'],
  ['a mapped address', { delivery: 'webhook', sink: 'https://[::ffff:10.0.0.7]/' }, 422, '/sink'],
  ['a sink for who pulls', { sink }, 422, '/sink'],
  ['an order for who pulls', { ordered: true }, 422, '/ordered'],
  ['a rate of none', { delivery: 'webhook', sink, ratePerSecond: 0 }, 400, '/ratePerSecond'],
  ['a beginning at a cursor of another hub', { start: { cursor: foreign.of(1) } }, 400, 'after'],
  ['a beginning that is no cursor', { start: { cursor: 'moon' } }, 400, 'after'],
  ['a beginning at no time', { start: { time: 'yesterday' } }, 400, '/start'],
  ['another subscriber', { subscriber: 'audit' }, 400, ''],
];

test.each(refused)('a subscription with %s is refused', async (_, wish, status, pointer) => {
  const body = { delivery: 'pull', ...wish };
  const answer = await hub.ask<{ errors: { pointer: string }[] }>('/v1/subscriptions', { as: statistics, body });
  expect({ status: answer.status, body: answer.body }).toMatchObject({ status });
  expect(answer.body.errors[0]?.pointer).toContain(pointer);
  expect((await hub.ask('/v1/subscriptions', { as: statistics })).body).toEqual({ items: [] });
});

test('a sink whose name leads to this machine is found out when it is asked: the subscription is unverified, and says why', async () => {
  const body = { delivery: 'webhook', sink: 'https://localhost/' };
  const answer = await hub.ask('/v1/subscriptions', { as: statistics, body });
  expect(answer).toMatchObject({ status: 201, body: { status: 'unverified', statusReason: expect.stringMatching(/refused-address|dns/) } });
});
