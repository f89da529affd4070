import { afterEach, expect } from '@jest/globals';
import type { DeliveryRecord, Message, Replay, Subscription } from '@hengtong/contracts';
import { eventually } from '@hengtong/testing';
import { type Endpoint, endpoint } from './agency-endpoint.ts';
import { type HubUnderTest, OPENED, SERVERS, statistics } from './hub.ts';

/** What a test needs that makes deliveries, has some of them fail, and has them made again. */
export function redelivering(hub: HubUnderTest) {
  const endpoints: Endpoint[] = [];
  /** Answers by 500 to those events that are said to fail. */
  const failing = new Set<string>();
  async function subscribed(): Promise<{ id: string; agency: Endpoint }> {
    const agency = await endpoint({
      answer: (response, { headers }) =>
        failing.has(String(headers['webhook-id'])) ? response.writeHead(500).end('故障'.repeat(5_000)) : response.writeHead(204).end(),
    });
    endpoints.push(agency);
    const body = { delivery: 'webhook', sink: agency.url, types: [OPENED] };
    const { id } = (await hub.ask<Subscription>('/v1/subscriptions', { as: statistics, body })).body;
    return { id, agency };
  }
  const at = <Body>(id: string, path: string, body?: object) =>
    hub.ask<Body>(`/v1/subscriptions/${id}${path}`, { as: statistics, ...(body && { body }) });
  const post = <Body>(id: string, path: string) => hub.ask<Body>(`/v1/subscriptions/${id}${path}`, { as: statistics, method: 'POST' });
  const deliveries = async (id: string, query = '') =>
    (await at<{ items: DeliveryRecord[]; next?: string }>(id, `/deliveries${query}`)).body;
  const called = (agency: Endpoint, events: readonly Message[]) =>
    eventually(() => expect(agency.calls().map(({ headers }) => headers['webhook-id'])).toEqual(events.map(({ id }) => id)));
  const settled = (id: string, status: string, count: number) =>
    eventually(async () => expect((await deliveries(id, `?status=${status}`)).items).toHaveLength(count));
  /** The hub gives up on a delivery after 28 hours: what waits to be tried again has had them. */
  async function givenUp(id: string): Promise<void> {
    await hub.pool.query(`update deliveries set status = 'failed', settled_at = now() where subscription_id = $1 and status = 'pending'`, [
      id,
    ]);
  }
  const ended = (id: string, replay: string, status: Replay['status']) =>
    eventually(async () => {
      const { body } = await at<Replay>(id, `/replays/${replay}`);
      expect(body.status).toBe(status);
      return body;
    });

  afterEach(async () => {
    failing.clear();
    for (const each of endpoints.splice(0)) await each.close();
  }, SERVERS);

  return { failing, subscribed, at, post, deliveries, called, settled, givenUp, ended };
}
