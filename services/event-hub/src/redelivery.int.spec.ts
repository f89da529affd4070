import { beforeAll, describe, expect, test } from '@jest/globals';
import type { DeliveryRecord } from '@hengtong/contracts';
import { eventually } from '@hengtong/testing';
import { v7 as uuidv7 } from 'uuid';
import { anEvent, HubUnderTest, statistics, within } from './testing/hub.ts';
import { redelivering } from './testing/redelivering.ts';

const hub = new HubUnderTest({ WEBHOOKS_ANYWHERE: 'true' });
beforeAll(() => hub.grant(statistics));
const { failing, subscribed, at, post, deliveries, called, settled, givenUp } = redelivering(hub);

describe('deliveries', () => {
  test('are kept with each attempt: when, what was answered, how long it took, how the answer began', async () => {
    const { id, agency } = await subscribed();
    const event = anEvent();
    failing.add(event.id);
    await hub.happened(event);
    await eventually(() => expect(agency.calls().length).toBeGreaterThan(0));
    const [delivery] = await eventually(async () => {
      const { items } = await deliveries(id);
      expect(items[0]?.attempts).toBeGreaterThan(0);
      return items;
    });
    expect(delivery).toMatchObject({ eventId: event.id, caseId: event.subject, status: 'pending', dueAt: expect.any(String) });
    const { body } = await at<DeliveryRecord>(id, `/deliveries/${delivery?.id}`);
    expect(body.attempted?.[0]).toMatchObject({
      number: 1,
      status: 500,
      durationMs: expect.any(Number),
      body: expect.stringMatching(/^故障/),
    });
    expect(body.attempted?.[0]?.body?.length).toBeLessThan(5_000);
    expect((await at(id, `/deliveries/${uuidv7()}`)).status).toBe(404);
    expect((await post(id, `/deliveries/${delivery?.id}/resend`)).status).toBe(409);
  });

  test('are listed newest first, page by page, and by what became of them', async () => {
    const { id } = await subscribed();
    const events = Array.from({ length: 5 }, () => anEvent());
    await hub.happened(...events);
    await settled(id, 'delivered', 5);
    const first = await deliveries(id, '?limit=3');
    const second = await deliveries(id, `?limit=3&after=${first.next}`);
    const listed = [...first.items, ...second.items].map(({ eventId }) => eventId);
    expect(listed.toSorted()).toEqual(events.map(({ id: event }) => event).toSorted());
    expect(second).not.toHaveProperty('next');
    expect((await deliveries(id, '?status=failed')).items).toEqual([]);
    expect((await at(id, '/deliveries?status=lost')).status).toBe(400);
  });

  test('are made again, one by one, under the same webhook-id', async () => {
    const { id, agency } = await subscribed();
    const [event] = await hub.happened(anEvent());
    await settled(id, 'delivered', 1);
    const [delivery] = (await deliveries(id)).items;
    expect((await post(id, `/deliveries/${delivery?.id}/resend`)).status).toBe(202);
    await called(agency, [event, event]);
  });

  test('that have failed are made again from a moment on', async () => {
    const { id, agency } = await subscribed();
    const [bad, good] = [anEvent(), anEvent()];
    failing.add(bad.id);
    await hub.happened(bad, good);
    await settled(id, 'delivered', 1);
    await eventually(() => expect(agency.calls().length).toBeGreaterThanOrEqual(2));
    await eventually(async () => expect((await deliveries(id, '?status=pending')).items[0]?.attempts).toBeGreaterThan(0));
    await givenUp(id);
    failing.clear();
    const recover = (since: string) => at<{ deliveries: number }>(id, '/recoveries', { since });
    expect((await recover(within(3_600_000))).body).toEqual({ deliveries: 0 });
    expect((await recover(within(-3_600_000))).body).toEqual({ deliveries: 1 });
    await settled(id, 'delivered', 2);
    expect((await recover('yesterday')).status).toBe(400);
  });
});

test('subscriptions that should deliver and do not are listed apart: those that fail, until something is taken, and those that were disabled', async () => {
  const { id } = await subscribed();
  const listed = async (isFailing: boolean) =>
    (await hub.ask<{ items: { id: string }[] }>(`/v1/subscriptions?failing=${isFailing}`, { as: statistics })).body.items.map(
      (each) => each.id,
    );
  const expectFailing = (isFailing: boolean) =>
    eventually(async () => {
      expect(await listed(isFailing)).toContain(id);
      expect(await listed(!isFailing)).not.toContain(id);
    });
  await expectFailing(false);
  const event = anEvent();
  failing.add(event.id);
  await hub.happened(event);
  await expectFailing(true);
  await hub.happened(anEvent());
  await expectFailing(false);
  await hub.pool.query(`update subscriptions set status = 'disabled' where id = $1`, [id]);
  await expectFailing(true);
  expect((await hub.ask('/v1/subscriptions?failing=maybe', { as: statistics })).status).toBe(400);
});
