import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { DeliveryRecord, Posted, Subscription } from '@hengtong/contracts';
import { agencyOf, eventually, operator } from '@hengtong/testing';
import { Webhook } from 'standardwebhooks';
import { type Endpoint, endpoint } from './testing/agency-endpoint.ts';
import { anEvent, HubUnderTest, OPENED, type Page, SERVERS, statistics, within } from './testing/hub.ts';

const hub = new HubUnderTest({ WEBHOOKS_ANYWHERE: 'true' });
beforeAll(() => hub.grant(statistics));

const endpoints: Endpoint[] = [];
async function listening(how?: Parameters<typeof endpoint>[0]): Promise<Endpoint> {
  const made = await endpoint(how);
  endpoints.push(made);
  return made;
}
async function subscribed(sink: string, more: object = {}): Promise<Subscription> {
  const body = { delivery: 'webhook', sink, types: [OPENED], ...more };
  const answer = await hub.ask<Subscription>('/v1/subscriptions', { as: statistics, body });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}
const at = <Body>(id: string, path = '', body?: object, method?: string, headers?: Record<string, string>) =>
  hub.ask<Body>(`/v1/subscriptions/${id}${path}`, {
    as: statistics,
    ...(body && { body }),
    ...(method && { method }),
    ...(headers && { headers }),
  });
const patch = ({ id, version }: Subscription, body: object) => at<Subscription>(id, '', body, 'PATCH', { 'if-match': `"${version}"` });
const shown = async (id: string) => (await at<Subscription>(id)).body;
const called = (agency: Endpoint, count: number) => eventually(() => expect(agency.calls()).toHaveLength(count));
const deliveries = async (id: string, query = '') => (await at<{ items: DeliveryRecord[] }>(id, `/deliveries${query}`)).body.items;

afterEach(async () => {
  for (const each of endpoints.splice(0)) await each.close();
}, SERVERS);

describe('a webhook', () => {
  test('is asked first, then called with each event, signed, from the moment that it was subscribed', async () => {
    await hub.happened(anEvent());
    const agency = await listening();
    const made = await subscribed(agency.url);
    expect(made).toMatchObject({ status: 'active', secret: expect.stringMatching(/^whsec_/) });
    expect(agency.asked()).toMatchObject([{ headers: { 'webhook-request-origin': 'hengtong.local' } }]);
    const [event] = await hub.happened(anEvent());
    await called(agency, 1);
    const [call] = agency.calls();
    expect(call?.headers).toMatchObject({
      'webhook-id': event.id,
      'content-type': expect.stringContaining('application/cloudevents+json'),
    });
    expect(new Webhook(made.secret ?? '').verify(call?.body ?? '', call?.headers as Record<string, string>)).toMatchObject({
      id: event.id,
    });
    expect(await shown(made.id)).not.toHaveProperty('secret');
    expect((await hub.ask<string>('/v1/subscriptions', { as: statistics })).body).not.toMatchObject({
      items: [{ secret: expect.anything() }],
    });
  });

  test('is not called before it agrees, nor for a test; when it does, nothing is lost', async () => {
    const agency = await listening();
    agency.agreeing.agrees = false;
    const made = await subscribed(agency.url);
    expect(made).toMatchObject({ status: 'unverified', statusReason: expect.stringContaining('WebHook-Allowed-Origin') });
    const [event] = await hub.happened(anEvent());
    expect((await at(made.id, '/test-sends', {})).status).toBe(409);
    expect((await patch(made, { status: 'active' })).body).toMatchObject({ status: 'unverified' });
    agency.agreeing.agrees = true;
    expect((await patch(await shown(made.id), { status: 'active' })).body).toMatchObject({ status: 'active' });
    await called(agency, 1);
    expect(agency.calls()[0]?.headers['webhook-id']).toBe(event.id);
  });

  test('that is moved is asked anew, and is called no more often than it allows, whatever its subscriber wishes', async () => {
    const [first, second] = [await listening(), await listening({ rate: '600' })];
    const made = await subscribed(first.url, { ratePerSecond: 50 });
    const moved = (await patch(made, { sink: second.url })).body;
    expect(second.asked()).toHaveLength(1);
    expect(moved).toMatchObject({ status: 'active', ratePerSecond: 10 });
    const raised = (await patch(moved, { ratePerSecond: 1_000 })).body;
    expect(raised).toMatchObject({ status: 'active', ratePerSecond: 10 });
    second.agreeing.agrees = false;
    expect((await patch(raised, { description: '一' })).body).toMatchObject({ status: 'active' });
  });

  test('loses nothing of what happened while it was paused', async () => {
    const agency = await listening();
    const paused = (await patch(await subscribed(agency.url), { status: 'paused' })).body;
    const [event] = await hub.happened(anEvent());
    expect(agency.calls()).toEqual([]);
    await patch(paused, { status: 'active' });
    await called(agency, 1);
    expect(agency.calls()[0]?.headers['webhook-id']).toBe(event.id);
  });

  test('that answers 410 has unsubscribed', async () => {
    const agency = await listening({ answer: (response) => response.writeHead(410).end() });
    const { id } = await subscribed(agency.url);
    await hub.happened(anEvent());
    await eventually(async () => expect(await shown(id)).toMatchObject({ status: 'ended', statusReason: 'gone' }));
    await eventually(async () => {
      const { items } = await hub.pull(statistics, { types: 'gov.hengtong.subscription.ended.v1', subject: id });
      expect(items).toMatchObject([{ data: { subscription: id, reason: 'gone' } }]);
    });
    for (const [path, body] of [
      ['/test-sends', {}],
      ['/replays', { since: within(-3_600_000) }],
    ] as const)
      expect((await at(id, path, body)).status).toBe(409);
    await hub.happened(anEvent());
    expect(agency.calls()).toHaveLength(1);
  });

  test('stops with the grant, and is told so, whatever types it asked for', async () => {
    const bureau = agencyOf('bureau-1');
    const agency = await listening();
    const grant = await hub.grant(bureau);
    await hub.ask('/v1/subscriptions', {
      as: bureau,
      body: { delivery: 'webhook', sink: agency.url, types: [OPENED], projection: ['code'] },
    });
    await hub.happened(anEvent());
    await called(agency, 1);
    await hub.ask(`/v1/grants/${grant.id}/end`, { as: bureau, body: { reason: '统计已完成' } });
    await hub.happened(anEvent());
    await called(agency, 2);
    expect(JSON.parse(agency.calls()[1]?.body ?? '')).toMatchObject({
      type: 'gov.hengtong.grant.ended.v1',
      data: { grant: grant.id, agency: 'bureau-1', reason: 'withdrawn' },
    });
  });
});

describe('secrets', () => {
  test('of before and after a rotation both verify; the new one is shown once, and nobody can pile them up', async () => {
    const agency = await listening();
    const { id, secret: before } = await subscribed(agency.url);
    const { status, body } = await at<Subscription>(id, '/secret-rotations', {});
    expect(status).toBe(201);
    await hub.happened(anEvent());
    await called(agency, 1);
    const [call] = agency.calls();
    for (const secret of [before, body.secret]) new Webhook(secret ?? '').verify(call?.body ?? '', call?.headers as Record<string, string>);
    const given = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
    expect((await at<Subscription>(id, '/secret-rotations', { secret: given })).body.secret).toBe(given);
    expect((await at(id, '/secret-rotations', { secret: 'whsec_short' })).status).toBe(400);
    const statuses: number[] = [];
    for (let n = 0; n < 6; n++) statuses.push((await at(id, '/secret-rotations', {})).status);
    expect(statuses).toContain(409);
  });

  test('are made anew by an operator too, who is named; and when the webhook last took something is shown', async () => {
    const agency = await listening();
    const { id } = await subscribed(agency.url);
    const rotated = await hub.ask<Subscription>(`/v1/subscriptions/${id}/secret-rotations`, { as: operator, body: {} });
    expect(rotated).toMatchObject({ status: 201, body: { secret: expect.stringMatching(/^whsec_/), updatedBy: { type: 'operator' } } });
    await hub.happened(anEvent());
    await called(agency, 1);
    new Webhook(rotated.body.secret ?? '').verify(agency.calls()[0]?.body ?? '', agency.calls()[0]?.headers as Record<string, string>);
    await eventually(async () => expect((await shown(id)).deliveredAt).toEqual(expect.any(String)));
  });

  test('a test call is signed, marked and kept nowhere', async () => {
    const agency = await listening({ answer: (response) => response.writeHead(202).end('辛苦了') });
    const { id, secret } = await subscribed(agency.url);
    expect((await at<Posted>(id, '/test-sends', {})).body).toMatchObject({ status: 202, body: '辛苦了', durationMs: expect.any(Number) });
    const [call] = agency.calls();
    expect(call?.headers['webhook-test']).toBe('true');
    new Webhook(secret ?? '').verify(call?.body ?? '', call?.headers as Record<string, string>);
    expect(await deliveries(id)).toEqual([]);
    expect((await at(id, '/test-sends', { type: 'gov.hengtong.moon.landed.v1' })).status).toBe(422);
  });
});

test('a page of a subscription by webhook cannot be pulled or confirmed', async () => {
  const { id } = await subscribed((await listening()).url);
  expect((await at<Page>(id, '/events')).status).toBe(409);
  expect((await at(id, '/confirmations', { cursor: 'MA' })).status).toBe(409);
});
