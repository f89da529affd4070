import { afterEach, expect, test } from '@jest/globals';
import { hengtong } from '../hengtong.ts';
import { endServers, serveJson } from '../testing/serve.ts';

afterEach(endServers);

const token = (): Promise<string> => Promise.resolve('token');
const id = '01a20c80-3b4c-7d5e-8f60-718293a4b5c6';
const actor = { type: 'agency', id: 'statistics' };
const subscription = {
  id,
  subscriber: 'statistics',
  delivery: 'pull',
  protocol: 'HTTP',
  status: 'active',
  ordered: false,
  progress: { cursor: 'c1', behind: 0 },
  createdBy: actor,
  createdAt: '2026-11-24T08:00:00Z',
  updatedAt: '2026-11-24T08:00:00Z',
  version: 3,
};
const grant = {
  id,
  agency: 'statistics',
  types: [{ type: 'gov.hengtong.case.opened.v1', status: 'granted', owner: 'orchestrator' }],
  purpose: 'Monthly figures',
  until: '2027-11-24T08:00:00Z',
  status: 'active',
  askedBy: actor,
  askedAt: '2026-11-24T08:00:00Z',
};

test('each call of subscriptions goes to its address, an update with the version that was read', async () => {
  const hub = await serveJson(({ method, path }) => {
    if (method === 'DELETE' || path.endsWith('/confirmations')) return { status: 204 };
    if (path.endsWith('/events?wait=0')) return { body: { items: [], next: 'c1' } };
    return { body: path.startsWith('/v1/subscriptions?') ? { items: [subscription] } : subscription };
  });
  const { subscriptions } = hengtong({ eventHubUrl: hub.url, token });
  const made = await subscriptions.create({ delivery: 'pull', types: ['gov.hengtong.case.opened.v1'] });
  await subscriptions.list({ limit: 10 });
  await subscriptions.get(id);
  await subscriptions.change(made, { status: 'paused' });
  await subscriptions.rotateSecret(id);
  await subscriptions.events(id);
  await subscriptions.confirm(id, 'c1');
  await subscriptions.end(id);
  expect(hub.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /v1/subscriptions',
    'GET /v1/subscriptions?limit=10',
    `GET /v1/subscriptions/${id}`,
    `PATCH /v1/subscriptions/${id}`,
    `POST /v1/subscriptions/${id}/secret-rotations`,
    `GET /v1/subscriptions/${id}/events?wait=0`,
    `POST /v1/subscriptions/${id}/confirmations`,
    `DELETE /v1/subscriptions/${id}`,
  ]);
  expect(hub.asked[3]?.headers['if-match']).toBe('"3"');
});

test('each call about deliveries goes to its address', async () => {
  const delivery = { id, cursor: 'c1', eventId: id, caseId: id, status: 'failed', attempts: 3, createdAt: '2026-11-24T08:00:00Z' };
  const progress = { from: 'c0', at: 'c1', until: 'c2', percent: 50, deliveries: 1 };
  const replay = {
    id,
    subscription: id,
    status: 'running',
    only: 'all',
    ratePerSecond: 100,
    progress,
    createdBy: actor,
    createdAt: '2026-11-24T08:00:00Z',
  };
  const hub = await serveJson(({ method, path }) => {
    if (path.endsWith('/recoveries')) return { body: { deliveries: 7 } };
    if (path.endsWith('/test-sends')) return { body: { status: 204, durationMs: 3 } };
    const one = path.includes('/replays') ? replay : delivery;
    return { body: method === 'GET' && !path.endsWith(`s/${id}`) ? { items: [one] } : one };
  });
  const { subscriptions } = hengtong({ eventHubUrl: hub.url, token });
  expect((await subscriptions.deliveries(id, { status: 'failed' })).items).toEqual([delivery]);
  expect(await subscriptions.delivery(id, id)).toEqual(delivery);
  await subscriptions.resend(id, id);
  expect(await subscriptions.recover(id, '2026-11-24T08:00:00Z')).toBe(7);
  expect(await subscriptions.testSend(id)).toEqual({ status: 204, durationMs: 3 });
  expect(await subscriptions.replay(id, { after: 'c0' })).toEqual(replay);
  expect((await subscriptions.replays(id)).items).toEqual([replay]);
  await subscriptions.progressOf(id, id);
  await subscriptions.cancelReplay(id, id);
  const at = `/v1/subscriptions/${id}`;
  expect(hub.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
    `GET ${at}/deliveries?status=failed`,
    `GET ${at}/deliveries/${id}`,
    `POST ${at}/deliveries/${id}/resend`,
    `POST ${at}/recoveries`,
    `POST ${at}/test-sends`,
    `POST ${at}/replays`,
    `GET ${at}/replays`,
    `GET ${at}/replays/${id}`,
    `POST ${at}/replays/${id}/cancellation`,
  ]);
});

test('each call of grants goes to its address', async () => {
  const hub = await serveJson(({ path }) => ({ body: path === '/v1/grants?limit=10' ? { items: [grant] } : grant }));
  const { grants } = hengtong({ eventHubUrl: hub.url, token });
  const types = ['gov.hengtong.case.opened.v1'];
  await grants.ask({ types, purpose: 'Monthly figures', until: '2027-11-24T08:00:00Z' });
  expect((await grants.list({ limit: 10 })).items).toEqual([grant]);
  await grants.get(id);
  await grants.decide(id, { types, decision: 'granted' });
  await grants.end(id, 'No longer needed');
  expect(hub.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /v1/grants',
    'GET /v1/grants?limit=10',
    `GET /v1/grants/${id}`,
    `POST /v1/grants/${id}/decisions`,
    `POST /v1/grants/${id}/end`,
  ]);
});

test('cases: opened under the key that is given, all events of one page by page', async () => {
  const opened = {
    id,
    code: 'HT-20261124-7K3M9QX2-D',
    process: 'enterprise-startup',
    version: 1,
    division: '330106',
    status: 'running',
    applicant: {},
    input: {},
    steps: {},
    openedAt: '2026-11-24T08:00:00Z',
    updatedAt: '2026-11-24T08:00:00Z',
  };
  const event = (sequence: number) => ({ sequence, type: 'case-opened', at: '2026-11-24T08:00:00Z', data: {}, actor });
  const orchestrator = await serveJson(({ path }) => {
    if (path.includes('after=')) return { body: { items: [event(2)] } };
    return {
      body: path.includes('/events') ? { items: [event(1)], next: 'n' } : path.includes('?') ? { items: [{ ...opened, now: [] }] } : opened,
    };
  });
  const { cases, events } = hengtong({ orchestratorUrl: orchestrator.url, token });
  const application = {
    process: 'enterprise-startup',
    division: '330106',
    applicant: { kind: 'enterprise', idType: 'uscc', idNumber: '91330106MA0000023E', name: '某公司' },
    input: {},
  } as const;
  expect(await cases.open(application, { idempotencyKey: 'ours' })).toEqual(opened);
  expect(orchestrator.asked[0]).toMatchObject({
    method: 'POST',
    path: '/v1/cases',
    headers: { 'idempotency-key': 'ours' },
    body: application,
  });
  expect((await cases.events(id)).map(({ sequence }) => sequence)).toEqual([1, 2]);
  expect((await cases.list({ status: ['stalled', 'running'], limit: 1 })).items).toMatchObject([{ id, now: [] }]);
  expect(orchestrator.asked.at(-1)?.path).toBe('/v1/cases?status=stalled%2Crunning&limit=1');
  expect((await cases.get(id)).code).toBe(opened.code);
  await expect(events.pull()).rejects.toThrow('hengtong({ eventHubUrl: … })');
});
