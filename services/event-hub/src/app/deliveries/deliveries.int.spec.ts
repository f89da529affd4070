import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { eventually } from '@hengtong/testing';
import { Webhook } from 'standardwebhooks';
import type { Receiver } from '../../adapters/webhook/testing/receiver.ts';
import type { DelivererArguments } from './testing/deliverer.process.ts';
import { subscriptionTo } from './testing/test-subscribers.ts';
import { testHub, type TestHub } from './testing/test-hub.ts';

/** Milliseconds for a test in which deliveries are retried, or processes start and end. */
const PATIENT = 30_000;

let hub: TestHub;
beforeEach(async () => {
  hub = await testHub();
}, PATIENT);
afterEach(() => hub.close(), PATIENT);

const idsAt = (agency: Receiver): string[] => agency.received.map(({ headers }) => headers['webhook-id'] as string);
const positionsAt = (agency: Receiver): number[] => idsAt(agency).map((id) => Number(id.split('-')[1]));
const inOrder = (agency: Receiver): number[] => positionsAt(agency).toSorted((a, b) => a - b);
const even = (from: number, to: number): number[] => Array.from({ length: (to - from) / 2 + 1 }, (_, i) => from + 2 * i);
const statuses = (): Promise<unknown> => hub.rows('select status, count(*)::int as n from deliveries group by 1 order by 1');

test('each event is delivered once, as it is, signed so that the reference implementation verifies it, and recorded', async () => {
  const agency = await hub.agency();
  const subscription = subscriptionTo(agency.url);
  hub.subscribers.active = [subscription];
  hub.log.append(600);
  hub.start();
  await eventually(async () => expect(await statuses()).toEqual([{ status: 'delivered', n: 600 }]));
  expect(inOrder(agency)).toEqual(even(2, 1_200));
  for (const { headers, body } of agency.received) {
    expect(new Webhook(subscription.secrets[0]!).verify(body, headers as Record<string, string>)).toMatchObject({
      id: headers['webhook-id'],
    });
  }
  expect(
    await hub.rows('select count(*)::int as n, min(number) as first, max(number) as last, min(status) as status from attempts'),
  ).toEqual([{ n: 600, first: 1, last: 1, status: 204 }]);
});

test('events that come while it runs arrive at once, where they match', async () => {
  const [all, some] = [await hub.agency(), await hub.agency()];
  const wanting = subscriptionTo(some.url);
  hub.subscribers.active = [subscriptionTo(all.url), wanting];
  hub.subscribers.wants = ({ id }, { position }) => id !== wanting.id || position % 6 === 0;
  hub.start();
  hub.log.append(1);
  await eventually(() => expect(positionsAt(all)).toEqual([2]));
  const sent = Date.now();
  hub.log.append(2);
  await eventually(() => expect(inOrder(all)).toEqual([2, 4, 6]), 5_000, 1);
  expect(Math.max(...all.received.map(({ at }) => at)) - sent).toBeLessThan(300);
  await eventually(() => expect(positionsAt(some)).toEqual([6]));
});

test('a subscription that begins in the past catches up, one that was away goes on where it stopped, one from now on gets what is new', async () => {
  const [first, late, fresh] = [await hub.agency(), await hub.agency(), await hub.agency()];
  const away = subscriptionTo(first.url);
  hub.subscribers.active = [away];
  hub.log.append(600);
  hub.start();
  await eventually(() => expect(first.received).toHaveLength(600));

  hub.subscribers.active = [subscriptionTo(late.url, { from: 400 }), subscriptionTo(fresh.url, { from: hub.log.head })];
  await eventually(() => expect(late.received).toHaveLength(400));
  hub.log.append(10);
  await eventually(() => expect(late.received).toHaveLength(410));
  expect(first.received).toHaveLength(600);

  hub.subscribers.active = [...hub.subscribers.active, { ...away }];
  await eventually(() => expect(first.received).toHaveLength(610));
  expect(inOrder(fresh)).toEqual(even(1_202, 1_220));
  for (const agency of [first, late, fresh]) expect(new Set(idsAt(agency)).size).toBe(agency.received.length);
});

test('endpoints that never answer do not delay another', async () => {
  const good = await hub.agency();
  const hanging = await Promise.all(Array.from({ length: 5 }, () => hub.agency(() => undefined)));
  hub.subscribers.active = [...hanging, good].map(({ url }) => subscriptionTo(url));
  hub.log.append(1_000);
  const begun = Date.now();
  hub.start();
  await eventually(() => expect(good.received).toHaveLength(1_000));
  expect(Date.now() - begun).toBeLessThan(5_000);
  for (const { received } of hanging) expect(received.length).toBeLessThanOrEqual(2);
});

test(
  'what failed is tried again, not before the endpoint asks for it, under the same id, and each attempt is kept',
  async () => {
    const agency = await hub.agency((response, { at }) => {
      const first = agency.received.length === 1;
      response
        .writeHead(first ? 500 : 200, first ? { 'retry-after': new Date(at + 3_000).toUTCString() } : {})
        .end(first ? 'not now' : 'thanks');
    });
    hub.subscribers.active = [subscriptionTo(agency.url)];
    hub.log.append(1);
    hub.start();
    await eventually(async () => expect(await statuses()).toEqual([{ status: 'delivered', n: 1 }]));
    expect(idsAt(agency)).toEqual(['event-2', 'event-2']);
    expect(agency.received[1]!.at - agency.received[0]!.at).toBeGreaterThanOrEqual(2_000);
    expect(await hub.rows('select number, status, error, body, duration_ms < 1000 as quick from attempts order by number')).toEqual([
      { number: 1, status: 500, error: null, body: 'not now', quick: true },
      { number: 2, status: 200, error: null, body: 'thanks', quick: true },
    ]);
  },
  PATIENT,
);

test(
  'ordered, the events of a case come one after another, also when one of them is tried again; other cases go on',
  async () => {
    const failed = new Set<string>();
    const agency = await hub.agency((response, { headers }) => {
      const id = headers['webhook-id'] as string;
      const fails = ['event-6', 'event-44'].includes(id) && !failed.has(id);
      if (fails) failed.add(id);
      response.writeHead(fails ? 503 : 204).end();
    });
    hub.subscribers.active = [subscriptionTo(agency.url, { ordered: true })];
    hub.start();
    for (let i = 0; i < 20; i++) {
      hub.log.append(5);
      await eventually(() => expect(agency.received.length).toBeGreaterThan(i));
    }
    await eventually(async () => expect(await statuses()).toEqual([{ status: 'delivered', n: 100 }]));
    const accepted = positionsAt(agency).filter((position, i, all) => all.indexOf(position, i + 1) < 0);
    const byCase = Map.groupBy(accepted, (position) => position % 10);
    for (const positions of byCase.values()) expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    const whileWaiting = positionsAt(agency).slice(positionsAt(agency).indexOf(6) + 1, positionsAt(agency).lastIndexOf(6));
    expect(whileWaiting.some((position) => position > 12)).toBe(true);
    expect(whileWaiting.some((position) => position % 10 === 6)).toBe(false);
  },
  PATIENT,
);

test('410 ends the subscription: nothing more is sent, what was pending is cancelled', async () => {
  const agency = await hub.agency((response) => response.writeHead(agency.received.length > 3 ? 410 : 204).end());
  const subscription = subscriptionTo(agency.url, { ordered: true });
  hub.subscribers.active = [subscription];
  hub.log.append(300);
  hub.start();
  await eventually(async () =>
    expect(await statuses()).toEqual([
      { status: 'cancelled', n: 297 },
      { status: 'delivered', n: 3 },
    ]),
  );
  expect(hub.followed).toEqual([['unsubscribe', subscription.id]]);
  expect(agency.received.length).toBeLessThan(20);
});

test('who fails for 28 hours is told and disabled, and what was pending has failed', async () => {
  const agency = await hub.agency((response) => response.writeHead(500).end());
  const [first, second] = [subscriptionTo(agency.url), subscriptionTo(agency.url)];
  hub.subscribers.active = [first, second];
  const since = (hours: number): Date => new Date(Date.now() - hours * 3_600_000);
  await hub.rows('insert into failing_endpoints (subscription_id, since, told) values ($1, $2, 90), ($3, $4, null)', [
    first.id,
    since(28),
    second.id,
    since(15),
  ]);
  hub.log.append(20);
  hub.start();
  await eventually(async () =>
    expect(await hub.rows('select status, subscription_id as id, count(*)::int as n from deliveries group by 1, 2 order by 1')).toEqual([
      { status: 'failed', id: first.id, n: 20 },
      { status: 'pending', id: second.id, n: 20 },
    ]),
  );
  await eventually(async () =>
    expect(await hub.rows('select subscription_id as id, told from failing_endpoints')).toEqual([{ id: second.id, told: 50 }]),
  );
  expect(hub.followed.map((each) => each.join(' of ')).toSorted()).toEqual([
    `disable of ${first.id}`,
    `notify 100 of ${first.id}`,
    `notify 50 of ${second.id}`,
  ]);
});

test('no more is sent in a second than the endpoint takes', async () => {
  const agency = await hub.agency();
  hub.subscribers.active = [subscriptionTo(agency.url, { ratePerSecond: 20 })];
  hub.log.append(60);
  hub.start();
  await eventually(() => expect(agency.received).toHaveLength(60));
  const [first, last] = [agency.received[0]!.at, agency.received.at(-1)!.at];
  expect(last - first).toBeGreaterThanOrEqual(1_900);
  for (const { at } of agency.received) {
    expect(agency.received.filter((other) => other.at > at && other.at <= at + 1_000).length).toBeLessThanOrEqual(42);
  }
});

test('a grant that ends takes along what is not delivered yet', async () => {
  let granted = true;
  const agency = await hub.agency((response) => {
    granted = false;
    response.writeHead(204).end();
  });
  hub.subscribers.active = [subscriptionTo(agency.url)];
  hub.subscribers.wants = () => granted;
  hub.log.append(50);
  hub.start();
  await eventually(async () => expect(await statuses()).toMatchObject([{ status: 'cancelled' }, { status: 'delivered' }]));
  expect(agency.received.length).toBeLessThan(5);
});

test('a secret that changes while deliveries are under way neither loses nor doubles one', async () => {
  const agency = await hub.agency();
  const subscription = subscriptionTo(agency.url);
  hub.subscribers.active = [subscription];
  const deliveries = hub.start();
  hub.log.append(1_000);
  for (let i = 0; i < 10; i++) {
    await eventually(() => expect(agency.received.length).toBeGreaterThan(80 * i), 15_000, 1);
    hub.subscribers.active = [subscriptionTo(agency.url, { id: subscription.id })];
    await deliveries.look();
  }
  await eventually(async () => expect(await statuses()).toEqual([{ status: 'delivered', n: 1_000 }]));
  expect(agency.received).toHaveLength(1_000);
});

test('a stop waits for what is under way, and the next one repeats nothing', async () => {
  const agency = await hub.agency((response) => void setTimeout(() => response.writeHead(204).end(), 20));
  hub.subscribers.active = [subscriptionTo(agency.url)];
  hub.log.append(200);
  const first = hub.start();
  await eventually(() => expect(agency.received.length).toBeGreaterThan(50));
  await first.stop();
  const stopped = agency.received.length;
  expect(stopped).toBeLessThan(200);
  expect(await hub.rows('select count(*)::int as n from attempts')).toEqual([{ n: stopped }]);
  hub.start();
  await eventually(async () => expect(await statuses()).toEqual([{ status: 'delivered', n: 200 }]));
  expect(agency.received).toHaveLength(200);
});

test(
  'of two processes one delivers; when it loses its connection, the other goes on within seconds',
  async () => {
    const agency = await hub.agency();
    hub.subscribers.active = [subscriptionTo(agency.url)];
    const processes = [hub.start(), hub.start()];
    const delivering = (): unknown[] => processes.filter(({ delivers }) => delivers);
    for (let round = 1; round <= 3; round++) {
      await eventually(() => expect(delivering()).toHaveLength(1), 5_000);
      hub.log.append(100);
      await eventually(() => expect(new Set(idsAt(agency)).size).toBe(100 * round));
      await hub.rows(`select pg_terminate_backend(l.pid) from pg_locks l join pg_database d on d.oid = l.database
                       where l.locktype = 'advisory' and l.granted and d.datname = current_database()`);
      await eventually(() => expect(delivering()).toHaveLength(0), 1_000, 1);
    }
    expect(agency.received).toHaveLength(300);
  },
  PATIENT,
);

test(
  'killed in the middle, again and again, each event is delivered at least once, few twice, and those under the same id',
  async () => {
    const kills = 2;
    const agencies = await Promise.all(Array.from({ length: 4 }, () => hub.agency()));
    const told: DelivererArguments = { url: hub.url, events: 1_000, subscriptions: agencies.map(({ url }) => subscriptionTo(url)) };
    const received = (): number => agencies.reduce((sum, agency) => sum + agency.received.length, 0);
    const program = fileURLToPath(new URL('testing/deliverer.process.ts', import.meta.url));
    for (let round = 0; round <= kills; round++) {
      const child = fork(program, [JSON.stringify(told)], { execArgv: ['--disable-warning=ExperimentalWarning'] });
      const before = received();
      if (round < kills) await eventually(() => expect(received()).toBeGreaterThan(before + 600), 20_000, 1);
      else await eventually(async () => expect(await statuses()).toEqual([{ status: 'delivered', n: 4_000 }]));
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    for (const agency of agencies) expect(new Set(idsAt(agency)).size).toBe(1_000);
    expect(received() - 4_000).toBeLessThanOrEqual(50 * kills);
  },
  PATIENT,
);
