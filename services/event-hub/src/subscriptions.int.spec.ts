import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Subscription } from '@hengtong/contracts';
import { agencyOf, eventually, operator, type Who } from '@hengtong/testing';
import { v7 as uuidv7 } from 'uuid';
import { anEvent, audit, CLOSED, HubUnderTest, OPENED, type Page, statistics } from './testing/hub.ts';
import { Reader } from './testing/reader.ts';

const hub = new HubUnderTest();
const create = (body: object, as: Who = statistics) => hub.ask<Subscription>('/v1/subscriptions', { as, body });
const made = async (body: object, as?: Who): Promise<Subscription> => {
  const answer = await create(body, as);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};
const pulled = async (id: string, query = '', as: Who = statistics) =>
  (await hub.ask<Page>(`/v1/subscriptions/${id}/events${query}`, { as })).body;
const patch = (id: string, version: number | undefined, body: object, as: Who = statistics) =>
  hub.ask<Subscription>(`/v1/subscriptions/${id}`, {
    as,
    method: 'PATCH',
    body,
    ...(version !== undefined && { headers: { 'if-match': `"${version}"` } }),
  });

beforeAll(() => hub.grant(statistics, { types: [OPENED, CLOSED] }));

describe('who pulls and confirms', () => {
  test('gets the same until it is confirmed, then what comes after', async () => {
    const { id } = await made({ delivery: 'pull', types: [OPENED] });
    const [one, two] = await hub.happened(anEvent(), anEvent());
    const page = await pulled(id);
    expect(page.items.map((each) => each.id)).toEqual([one.id, two.id]);
    expect(await pulled(id)).toEqual(page);
    const first = await pulled(id, '?limit=1');
    const confirm = (cursor: string) =>
      hub.ask<Subscription>(`/v1/subscriptions/${id}/confirmations`, { as: statistics, body: { cursor } });
    expect((await confirm(first.next)).body.progress.cursor).toBe(first.next);
    expect((await pulled(id)).items.map((each) => each.id)).toEqual([two.id]);
    expect((await confirm(page.next)).body.progress).toEqual({ cursor: page.next });
    await confirm(first.next);
    expect((await pulled(id)).items).toEqual([]);
    const waiting = pulled(id, '?wait=30');
    const [three] = await hub.happened(anEvent());
    expect((await waiting).items.map((each) => each.id)).toEqual([three.id]);
    expect((await confirm('moon')).status).toBe(400);
  });

  test('gets of the body only what it asked for, and of events only those that pass', async () => {
    const { id } = await made({ delivery: 'pull', filters: [{ not: { prefix: { division: '44' } } }], projection: ['code'] });
    const [event] = await hub.happened(anEvent({ data: { code: 'HT-1', asks: [] } }), anEvent({ division: '440100' }));
    const items = (await pulled(id)).items.filter(({ source }) => source !== 'event-hub');
    expect(items).toMatchObject([{ id: event.id, data: { code: 'HT-1' } }]);
    expect(items[0]?.data).toEqual({ code: 'HT-1' });
  });

  test('begins at a time or at a cursor', async () => {
    const cursor = await hub.end();
    const time = new Date().toISOString();
    const [event] = await hub.happened(anEvent());
    for (const start of [{ cursor }, { time }]) {
      const { id } = await made({ delivery: 'pull', start });
      expect((await pulled(id)).items[0]?.id).toBe(event.id);
    }
  });

  test('loses nothing of what happened while it was paused', async () => {
    const { id, version } = await made({ delivery: 'pull', types: [OPENED] });
    const paused = await patch(id, version, { status: 'paused' });
    expect(paused.body).toMatchObject({ status: 'paused' });
    const [event] = await hub.happened(anEvent());
    expect((await hub.ask(`/v1/subscriptions/${id}/events`, { as: statistics })).status).toBe(409);
    await patch(id, paused.body.version, { status: 'active' });
    expect((await pulled(id)).items.map((each) => each.id)).toEqual([event.id]);
  });

  test('hears the end of it when it is deleted, by another subscription, and can do nothing with it any more', async () => {
    const [ending, other] = [
      await made({ delivery: 'pull' }),
      await made({ delivery: 'pull', types: [CLOSED], filters: [{ cel: 'false' }] }),
    ];
    expect((await hub.ask(`/v1/subscriptions/${ending.id}`, { as: statistics, method: 'DELETE' })).status).toBe(204);
    await eventually(async () =>
      expect((await pulled(other.id)).items).toMatchObject([
        { type: 'gov.hengtong.subscription.ended.v1', subject: ending.id, data: { subscriber: 'statistics', reason: 'deleted' } },
      ]),
    );
    expect((await hub.ask(`/v1/subscriptions/${ending.id}/events`, { as: statistics })).status).toBe(409);
    expect((await hub.ask(`/v1/subscriptions/${ending.id}`, { as: statistics })).body).toMatchObject({ status: 'ended' });
    expect((await patch(ending.id, undefined, { status: 'active' })).status).toBe(428);
    expect((await patch(ending.id, 2, { status: 'active' })).status).toBe(409);
  });
});

test('who reads a stream of a subscription gets what it wishes, from where the subscription began', async () => {
  const { id } = await made({ delivery: 'sse', types: [CLOSED] });
  const [, closed] = await hub.happened(anEvent(), anEvent({ type: CLOSED }));
  const reader = await Reader.open(`${hub.url}/v1/subscriptions/${id}/stream`, { as: statistics });
  const [later] = await hub.happened(anEvent({ type: CLOSED }));
  expect((await reader.until(2)).map((each) => each.id)).toEqual([closed.id, later.id]);
  reader.close();
  expect((await hub.ask(`/v1/subscriptions/${id}/events`, { as: statistics })).status).toBe(409);
});

describe('a subscription changes', () => {
  test('only for who knows its newest version', async () => {
    const answer = await create({ delivery: 'pull' });
    const { id, version } = answer.body;
    expect(answer.headers.get('etag')).toBe(`"${version}"`);
    expect(answer.headers.get('location')).toBe(`/v1/subscriptions/${id}`);
    expect((await patch(id, undefined, { description: '一' })).status).toBe(428);
    const changed = await patch(id, version, { description: '一' });
    expect(changed).toMatchObject({ status: 200, body: { description: '一', version: version + 1 } });
    expect((await patch(id, version, { description: '二' })).status).toBe(412);
    const both = await Promise.all([1, 2].map((n) => patch(id, version + 1, { description: `${n}` })));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  });

  test('what is null goes, what is left out stays', async () => {
    const { id, version } = await made({ delivery: 'pull', types: [OPENED], filters: [{ cel: 'false' }], projection: ['code'] });
    const { body } = await patch(id, version, { filters: null, projection: null });
    expect(body).toMatchObject({ types: [OPENED] });
    expect(body).not.toHaveProperty('filters');
    expect(body).not.toHaveProperty('projection');
    expect((await patch(id, body.version, { types: ['gov.hengtong.moon.landed.v1'] })).status).toBe(422);
    expect((await patch(id, body.version, { delivery: 'sse' })).status).toBe(400);
    expect((await patch(id, body.version, { status: 'ended' })).status).toBe(400);
  });
});

describe('an operator with the right to it', () => {
  const supervisor: Who = operator;
  const wish = { delivery: 'pull', types: [OPENED] };

  test('subscribes for an agency that has a grant; both names are kept', async () => {
    const subscription = await made({ ...wish, agency: 'statistics' }, supervisor);
    expect(subscription).toMatchObject({ subscriber: 'statistics', createdBy: { type: 'operator' } });
    expect(subscription).not.toHaveProperty('agency');
    const [event] = await hub.happened(anEvent());
    expect((await pulled(subscription.id)).items.map((each) => each.id)).toEqual([event.id]);
  });

  test('not for nobody, and not for an agency that may receive nothing', async () => {
    for (const body of [wish, { ...wish, agency: 'without-a-grant' }]) {
      const answer = await create(body, supervisor);
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/agency' }] } });
    }
  });

  test('changes what an agency has made, and is named as who did', async () => {
    const subscription = await made(wish);
    expect(subscription).not.toHaveProperty('updatedBy');
    const changed = await patch(subscription.id, subscription.version, { status: 'paused' }, supervisor);
    expect(changed.body).toMatchObject({ status: 'paused', createdBy: { type: 'agency' }, updatedBy: { type: 'operator' } });
  });

  test('and without that right does none of it', async () => {
    const observer: Who = { ...operator, role: 'observer', scope: 'events:read' };
    const { id, version } = await made(wish);
    expect((await create({ ...wish, agency: 'statistics' }, observer)).status).toBe(403);
    expect((await patch(id, version, { status: 'paused' }, observer)).status).toBe(403);
    expect((await hub.ask(`/v1/subscriptions/${id}/secret-rotations`, { as: observer, body: {} })).status).toBe(403);
  });
});

test('an agency subscribes for itself alone', async () => {
  expect((await create({ delivery: 'pull', agency: 'audit' })).status).toBe(403);
  expect((await made({ delivery: 'pull', agency: 'statistics' })).subscriber).toBe('statistics');
});

describe('of another agency', () => {
  const routes: [string, string, object | undefined][] = [
    ['GET', '', undefined],
    ['PATCH', '', { status: 'paused' }],
    ['DELETE', '', undefined],
    ['GET', '/events', undefined],
    ['GET', '/stream', undefined],
    ['POST', '/confirmations', { cursor: 'MA' }],
    ['POST', '/secret-rotations', {}],
    ['GET', '/deliveries', undefined],
    ['GET', `/deliveries/${uuidv7()}`, undefined],
    ['POST', `/deliveries/${uuidv7()}/resend`, undefined],
    ['POST', '/recoveries', { since: '2026-01-01T00:00:00Z' }],
    ['POST', '/test-sends', {}],
    ['POST', '/replays', { since: '2026-01-01T00:00:00Z' }],
    ['GET', '/replays', undefined],
    ['GET', `/replays/${uuidv7()}`, undefined],
    ['POST', `/replays/${uuidv7()}/cancellation`, undefined],
  ];
  test.each(routes)('%s …%s is answered as if there were none', async (method, path, body) => {
    const { id, version } = await made({ delivery: 'pull' });
    const asking = { as: audit, method, ...(body && { body }), headers: { 'if-match': `"${version}"` } };
    const [its, none] = [
      await hub.ask(`/v1/subscriptions/${id}${path}`, asking),
      await hub.ask(`/v1/subscriptions/${uuidv7()}${path}`, asking),
    ];
    expect([its.status, none.status]).toEqual([404, 404]);
    expect((await hub.ask(`/v1/subscriptions/${id}`, { as: statistics })).body).toMatchObject({ status: 'active', version });
  });

  test('lists show an agency its own, an operator all, page by page', async () => {
    const agency = agencyOf('bureau-1');
    const mine = [await made({ delivery: 'pull' }, agency), await made({ delivery: 'sse' }, agency)].map(({ id }) => id).toReversed();
    const list = async (as: Who, query = '') =>
      (await hub.ask<{ items: Subscription[]; next?: string }>(`/v1/subscriptions${query}`, { as })).body;
    expect((await list(agency)).items.map(({ id }) => id)).toEqual(mine);
    const first = await list(agency, '?limit=1');
    expect((await list(agency, `?limit=1&after=${first.next}`)).items.map(({ id }) => id)).toEqual([mine[1]]);
    expect((await list(operator, '?limit=200')).items.map(({ id }) => id)).toEqual(expect.arrayContaining(mine));
  });
});
