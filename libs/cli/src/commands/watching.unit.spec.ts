import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from '@jest/globals';
import { verifyWebhook } from '@hengtong/client';
import type { CloudEvent } from '@hengtong/contracts';
import { run } from '../run.ts';
import { endAll, eventOf, localStart, serving } from '../testing/local-start.ts';
import { sinceOf } from './event-source.ts';

const events = [
  eventOf('case.opened.v1', { code: 'HT-20261124-7K3M9QX2-D' }),
  eventOf('case.closed.v1', { code: 'HT-20261124-7K3M9QX2-D', outcome: 'granted' }, { id: '01a20ca6-c22d-741c-a5b7-81e25f0964c7' }),
];

afterEach(endAll);

/** Runs a command until it has written so many lines. */
async function ran(args: string[], count: number): Promise<{ code: number; out: string[]; note: string }> {
  const out: string[] = [];
  let note = '';
  const ended = new AbortController();
  const code = await run(args, {
    out: (line) => void (out.push(line) === count && ended.abort()),
    note: (line) => void (note += `${line}\n`),
    paint: (_style, line) => line,
    ended: ended.signal,
  });
  return { code, out, note };
}

test('tail shows a line for each event, asks for what was chosen, and ends with 0', async () => {
  const start = await localStart(events);
  const chosen = [
    '--process',
    'enterprise-startup',
    '--division',
    '3301',
    '--type',
    'a.b.v1',
    '--type',
    'c.d.v1',
    '--filter',
    'data.code != ""',
  ];
  const { code, out, note } = await ran(['tail', '--client', 'statistics', '--data', start.dataDir, ...chosen], 2);
  expect({ code, note }).toEqual({ code: 0, note: 'Connected; Ctrl-C ends it.\n' });
  expect(out).toEqual([expect.stringContaining('Case opened'), expect.stringContaining('Case closed: granted')]);
  const query = new URL(start.asked[0] ?? '', 'http://hub').searchParams;
  expect(Object.fromEntries(query)).toEqual({
    process: 'enterprise-startup',
    division: '3301',
    types: 'a.b.v1,c.d.v1',
    filter: 'data.code != ""',
  });
});

test('tail --json prints structured CloudEvents, one a line', async () => {
  const start = await localStart(events);
  const { out } = await ran(['tail', '--json', '--since', '2026-11-24T08:00:00Z', '--client', 'statistics', '--data', start.dataDir], 2);
  expect(out.map((line) => JSON.parse(line) as unknown)).toEqual(events);
  expect(start.asked).toEqual(['/v1/events/stream?since=2026-11-24T08%3A00%3A00Z']);
});

test('tail says when an agency has no grant, because then nothing comes', async () => {
  const start = await localStart(events, undefined, []);
  const { note } = await ran(['tail', '--client', 'statistics', '--data', start.dataDir], 2);
  expect(note).toContain('statistics has no grant');
});

test('tail says what the hub says when it does not take the filter, and ends with 1', async () => {
  const start = await localStart([], 422);
  const { code, note } = await ran(['tail', '--client', 'statistics', '--data', start.dataDir, '--filter', '('], 1);
  expect([code, note]).toEqual([1, 'GET /v1/events/stream was answered with 422: The filter is not taken.\n']);
});

test('listen brings each event, signed and in order, and again to a receiver that is not well', async () => {
  const start = await localStart(events);
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const got: (CloudEvent | string)[] = [];
  const receiver = await serving((request, response) => {
    void text(request).then((body) => {
      if (got.length === 0) {
        got.push('away');
        return request.socket.destroy();
      }
      if (got.length === 2) return response.writeHead(got.push('busy') && 503).end();
      got.push(verifyWebhook(request.headers, body, [secret]));
      return response.writeHead(204).end();
    });
  });
  const { code, out, note } = await ran(
    ['listen', '--forward', `${receiver.url}/hook`, '--secret', secret, '--client', 'statistics', '--data', start.dataDir],
    4,
  );
  expect(code).toBe(0);
  expect(note).toContain(secret);
  expect(got).toEqual(['away', events[0], 'busy', events[1]]);
  expect(
    out.map((line) =>
      line
        .replaceAll(/\d+ ms|\d+\.\d s/g, '…')
        .split('  ')
        .slice(0, 2),
    ),
  ).toEqual([
    ['UND_ERR_SOCKET', '…, again in …'],
    ['204', '…'],
    ['503', '…, again in …'],
    ['204', '…'],
  ]);
});

test('listen goes on behind what a receiver answers and does not take, and ends at one that is gone', async () => {
  const start = await localStart(events);
  let calls = 0;
  const receiver = await serving((_request, response) => response.writeHead(++calls > 3 ? 410 : 400).end());
  const { code, out, note } = await ran(['listen', '--forward', receiver.url, '--client', 'statistics', '--data', start.dataDir], 99);
  expect([code, calls, out.length]).toEqual([0, 4, 4]);
  expect(note).toContain('410 Gone');
});

test.each([
  [['listen'], 'Say where to: --forward'],
  [['listen', '--forward', 'localhost:3000'], 'Say where to: --forward'],
  [['listen', '--forward', 'http://localhost:3000', '--secret', 'whsec_short'], '--secret must be whsec_'],
  [['tail', '--since', 'yesterday'], '--since yesterday is neither'],
  [['tail', '--forward', 'http://localhost:3000'], '--forward is not for tail.'],
  [['login', '--client', 'statistics'], '--client is not for login.'],
])('not understood: %j', async (args, what) => {
  const { code, note } = await ran(args, 1);
  expect(code).toBe(2);
  expect(note).toContain(what);
});

test('--since is a length of time before now, or a time', () => {
  const now = Date.parse('2026-11-24T08:00:00Z');
  expect(['90s', '30m', '1h', '2d'].map((text) => sinceOf(text, now))).toEqual([
    '2026-11-24T07:58:30.000Z',
    '2026-11-24T07:30:00.000Z',
    '2026-11-24T07:00:00.000Z',
    '2026-11-22T08:00:00.000Z',
  ]);
  expect(sinceOf('2026-11-24T16:00:00+08:00', now)).toBe('2026-11-24T16:00:00+08:00');
});
