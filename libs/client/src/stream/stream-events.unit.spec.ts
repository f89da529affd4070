import { afterEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { TokenRefused, type TokenSource } from '../auth/token-source.ts';
import type { Target } from '../http/send.ts';
import { cursorOf, eventOf } from '../testing/events.ts';
import { type Fault, faultyHub } from '../testing/faulty-hub.ts';
import { endServers, serve } from '../testing/serve.ts';
import { streamEvents, type StreamOptions } from './stream-events.ts';

afterEach(endServers);

const target = (url: string, token: TokenSource = () => Promise.resolve('token')): Target => ({ url, token, patience: 0, timeout: 5_000 });

/** Reads until so many events have come, and gives their cursors. */
async function read(hub: Target, count: number, options: StreamOptions = {}): Promise<string[]> {
  const cursors: string[] = [];
  for await (const { event, cursor } of streamEvents(hub, { after: cursorOf(0), pause: 20, ...options })) {
    expect(event).toEqual(eventOf(Number(cursor.slice(1))));
    if (cursors.push(cursor) === count) break;
  }
  return cursors;
}
const all = (count: number): string[] => Array.from({ length: count }, (_, index) => cursorOf(index + 1));

const fault: fc.Arbitrary<Fault> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ status: fc.constantFrom(429, 500, 502, 503), headers: fc.constant({ 'retry-after': '0' }) }) },
  { weight: 1, arbitrary: fc.constant({ events: -1 }) },
  {
    weight: 4,
    arbitrary: fc.record({
      events: fc.nat({ max: 8 }),
      torn: fc.nat({ max: 400 }),
      repeated: fc.nat({ max: 4 }),
      polite: fc.boolean(),
      drip: fc.constantFrom(7, 100, 10_000),
    }),
  },
);

test('whatever breaks, is repeated or drips: every event comes once, in its order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fault, { maxLength: 4 }), async (faults) => {
      const hub = await faultyHub(20, faults);
      expect(await read(target(hub.url), 20)).toEqual(all(20));
    }),
    { numRuns: 20 },
  );
});

test('comes back behind what it had, and asks with its filters each time', async () => {
  const hub = await faultyHub(5, [{ events: 2, torn: 30 }, { events: 0 }]);
  const why: string[] = [];
  const options: StreamOptions = {
    filters: { types: ['a.b.v1', 'c.d.v1'], process: 'enterprise-startup', division: '3301' },
    interrupted: (error) => void why.push(error.message),
  };
  expect(await read(target(hub.url), 5, options)).toEqual(all(5));
  expect(hub.connections.map(({ last }) => last)).toEqual(['c0', 'c2', 'c2']);
  expect(hub.connections.map(({ query }) => query.toString())).toEqual(
    Array.from({ length: 3 }, () => 'process=enterprise-startup&division=3301&types=a.b.v1%2Cc.d.v1'),
  );
  expect(why).toEqual([expect.stringContaining('terminated'), expect.stringContaining('terminated')]);
});

test('a connection on which nothing comes any more is given up', async () => {
  const hub = await faultyHub(3, [{ events: 1, mute: true }]);
  const why: string[] = [];
  expect(await read(target(hub.url), 3, { silence: 100, interrupted: (error) => void why.push(error.message) })).toEqual(all(3));
  expect(why).toEqual(['Nothing has come for 0.1 s.']);
});

test('a hub that takes the connection and does not answer is given up too', async () => {
  let asked = 0;
  const mute = await serve(() => void asked++);
  const leave = new AbortController();
  const options = { signal: leave.signal, interrupted: () => leave.abort() };
  expect(await read({ ...target(mute.url), timeout: 50 }, 1, options)).toEqual([]);
  expect(asked).toBe(1);
});

test('a token that has come to its end is renewed, at once', async () => {
  const hub = await faultyHub(2, [{ status: 401 }]);
  const asked: boolean[] = [];
  const token: TokenSource = ({ fresh = false } = {}) => {
    asked.push(fresh);
    return Promise.resolve(fresh ? 'new' : 'old');
  };
  const pauses: number[] = [];
  expect(await read(target(hub.url, token), 2, { interrupted: (_why, milliseconds) => void pauses.push(milliseconds) })).toEqual(all(2));
  expect([asked, pauses]).toEqual([[false, true], [0]]);
  expect(hub.connections.map(({ authorization }) => authorization)).toEqual(['Bearer old', 'Bearer new']);
});

test.each([[[400]], [[403]], [[404]], [[422]], [[401, 401]]])('ends with what no other try mends: %j', async (statuses) => {
  const hub = await faultyHub(
    1,
    statuses.map((status) => ({ status })),
  );
  await expect(read(target(hub.url), 1)).rejects.toMatchObject({ name: 'ApiError', status: statuses.at(-1) });
  expect(hub.connections).toHaveLength(statuses.length);
});

test('ends when the issuer gives no token, and goes on when it was only away', async () => {
  const hub = await faultyHub(1, []);
  await expect(
    read(
      target(hub.url, () => Promise.reject(new TokenRefused('no'))),
      1,
    ),
  ).rejects.toThrow(TokenRefused);
  let asked = 0;
  const token: TokenSource = () => (asked++ === 0 ? Promise.reject(new TypeError('fetch failed')) : Promise.resolve('token'));
  expect(await read(target(hub.url, token), 1)).toEqual(all(1));
});

test('ends without an error when it is told to, also between two tries, and closes its connection', async () => {
  const hub = await faultyHub(3, [{ events: 3, mute: true }]);
  const leave = new AbortController();
  const cursors: string[] = [];
  for await (const { cursor } of streamEvents(target(hub.url), { after: cursorOf(0), signal: leave.signal }))
    if (cursors.push(cursor) === 3) leave.abort();
  expect(cursors).toEqual(all(3));

  const tired = new AbortController();
  const away = await faultyHub(0, [{ status: 503, headers: { 'retry-after': '20' } }]);
  const waiting = read(target(away.url), 1, { signal: tired.signal, interrupted: () => setImmediate(() => tired.abort()) });
  expect(await waiting).toEqual([]);
});

test('what is no event is told with its cursor, behind which to go on', async () => {
  const hub = await serve((_request, response) => void response.writeHead(200).write('id: c7\ndata: {}\n\n'));
  await expect(read(target(hub.url), 1)).rejects.toMatchObject({ name: 'UnreadableEvent', cursor: 'c7' });
});
