import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Replay } from '@hengtong/contracts';
import { eventually } from '@hengtong/testing';
import { v7 as uuidv7 } from 'uuid';
import { anEvent, HubUnderTest, statistics, within } from './testing/hub.ts';
import { redelivering } from './testing/redelivering.ts';

const hub = new HubUnderTest({ WEBHOOKS_ANYWHERE: 'true' });
beforeAll(() => hub.grant(statistics));
const { failing, subscribed, at, post, deliveries, called, settled, givenUp, ended } = redelivering(hub);

describe('a replay', () => {
  test('sends once more what lies behind a cursor, marked, and says how far it has come', async () => {
    const { id, agency } = await subscribed();
    const cursor = await hub.end();
    const events = [anEvent(), anEvent()] as const;
    await hub.happened(...events);
    await called(agency, events);
    const { status, body } = await at<Replay>(id, '/replays', { after: cursor });
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'running', only: 'all', progress: { percent: 0, deliveries: 0, from: cursor } });
    await called(agency, [...events, ...events]);
    const replays = agency.calls().map(({ headers }) => headers['webhook-replay']);
    expect(replays).toEqual([undefined, undefined, body.id, body.id]);
    expect(await ended(id, body.id, 'done')).toMatchObject({ progress: { percent: 100, deliveries: 2 }, endedAt: expect.any(String) });
    expect((await at<{ items: Replay[] }>(id, '/replays')).body.items.map((each) => each.id)).toEqual([body.id]);
    expect((await post(id, `/replays/${body.id}/cancellation`)).status).toBe(409);
  });

  test('of a time, and of one case', async () => {
    const { id, agency } = await subscribed();
    const [old, wanted, other] = [anEvent({ id: uuidv7({ msecs: Date.now() - 60_000 }) }), anEvent(), anEvent()];
    await hub.happened(old, wanted, other);
    await called(agency, [old, wanted, other]);
    const since = within(-30_000);
    const { body } = await at<Replay>(id, '/replays', { since, caseId: wanted.subject });
    await ended(id, body.id, 'done');
    await called(agency, [old, wanted, other, wanted]);
  });

  test('only of what has failed', async () => {
    const { id, agency } = await subscribed();
    const [bad, good] = [anEvent(), anEvent()];
    failing.add(bad.id);
    await hub.happened(bad, good);
    await settled(id, 'delivered', 1);
    await eventually(async () => expect((await deliveries(id, '?status=pending')).items[0]?.attempts).toBeGreaterThan(0));
    await givenUp(id);
    failing.clear();
    const { body } = await at<Replay>(id, '/replays', { since: within(-3_600_000), only: 'failed' });
    expect(await ended(id, body.id, 'done')).toMatchObject({ progress: { deliveries: 1 } });
    await eventually(() =>
      expect(agency.calls().filter(({ headers }) => headers['webhook-replay'] === body.id)).toMatchObject([
        { headers: { 'webhook-id': bad.id } },
      ]),
    );
  });

  test('goes no faster than it was told, and stops when it is cancelled', async () => {
    const { id, agency } = await subscribed();
    const events = Array.from({ length: 30 }, () => anEvent());
    const after = await hub.end();
    await hub.happened(...events);
    await settled(id, 'delivered', 30);
    const { body } = await at<Replay>(id, '/replays', { after, ratePerSecond: 2 });
    await eventually(() => expect(agency.calls().length).toBeGreaterThan(30));
    expect((await at<Replay>(id, `/replays/${body.id}`)).body.progress.percent).toBeLessThan(50);
    expect((await post<Replay>(id, `/replays/${body.id}/cancellation`)).body).toMatchObject({ status: 'cancelled' });
    const { progress } = (await at<Replay>(id, `/replays/${body.id}`)).body;
    expect(progress.deliveries).toBeLessThan(15);
    await hub.happened(anEvent());
    await eventually(() => expect(agency.calls().filter(({ headers }) => headers['webhook-replay'] === undefined)).toHaveLength(31));
    expect(agency.calls().length).toBeLessThanOrEqual(31 + progress.deliveries);
  });

  test('ends with its subscription', async () => {
    const { id } = await subscribed();
    const after = await hub.end();
    await hub.happened(...Array.from({ length: 20 }, () => anEvent()));
    const { body } = await at<Replay>(id, '/replays', { after, ratePerSecond: 1 });
    await hub.ask(`/v1/subscriptions/${id}`, { as: statistics, method: 'DELETE' });
    await ended(id, body.id, 'cancelled');
  });

  const refused: [object, number][] = [
    [{}, 422],
    [{ since: 'yesterday' }, 400],
    [{ after: 'moon' }, 400],
    [{ since: within(3_600_000) }, 422],
    [{ since: within(-3_600_000), ratePerSecond: 0 }, 400],
    [{ since: within(-3_600_000), ratePerSecond: 1_001 }, 400],
    [{ since: within(-3_600_000), until: '2020-01-01T00:00:00Z' }, 422],
    [{ since: within(-3_600_000), caseId: 'mine' }, 400],
  ];
  test.each(refused)('%j is refused', async (body, status) => {
    const { id } = await subscribed();
    expect((await at(id, '/replays', body)).status).toBe(status);
  });
});
