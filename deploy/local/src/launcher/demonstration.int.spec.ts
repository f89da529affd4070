import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { json } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import type { Case, CaseEvent, OpenCase } from '@hengtong/contracts';
import { afterEach, expect, test } from '@jest/globals';
import { demonstrate } from './demonstration.ts';

const titles = new Map([['market-regulation', { zh: '市场监督管理局', en: 'Market regulation' }]]);
const token = () => Promise.resolve('a-token');
let server: Server;
afterEach(() => once(server.close(), 'close'));

const openedAt = '2026-11-24T08:00:00.000Z';
const step = {
  status: 'completed',
  department: 'market-regulation',
  division: '330106',
  capability: 'enterprise.register',
  mode: 'automatic',
} as const;
const event = (sequence: number, type: string, ms: number, more: Partial<CaseEvent> = {}): CaseEvent => ({
  sequence,
  type,
  at: new Date(Date.parse(openedAt) + ms).toISOString(),
  actor: { type: 'portal', id: 'applicants-portal' },
  data: {},
  ...more,
});

/** An orchestrator of a few lines: a case closes at the second look, with the outcome that `outcomeOf` gives the n-th case. */
async function orchestrator(outcomeOf: (number: number) => 'granted' | 'refused'): Promise<string> {
  const cases = new Map<string, { body: OpenCase; looks: number; outcome: 'granted' | 'refused' }>();
  const view = (id: string): Case => {
    const { body, looks, outcome } = cases.get(id) ?? { body: {} as OpenCase, looks: 0, outcome: 'refused' };
    const open = {
      id,
      code: 'HT-1',
      version: 1,
      ...body,
      status: 'running',
      steps: { register: { ...step, status: 'requested' } },
      openedAt,
      updatedAt: openedAt,
    } as const;
    if (looks < 2) return open;
    const closedAt = '2026-11-24T08:00:00.250Z';
    return {
      ...open,
      status: 'closed',
      outcome,
      closedAt,
      steps: { register: { ...step, output: { uscc: '91330106MA2' } } },
      result: { uscc: '91330106MA2' },
    };
  };
  const events = (id: string) => {
    const early = [event(1, 'case-opened', 0), event(2, 'step-requested', 1, { step: 'register' })];
    const late = [event(3, 'step-completed', 40, { step: 'register' }), event(4, 'case-closed', 41)];
    return { items: (cases.get(id)?.looks ?? 0) < 1 ? early : [...early, ...late] };
  };
  server = createServer((request, response) => {
    void (async () => {
      if (request.headers.authorization !== 'Bearer a-token') return void response.writeHead(401).end();
      const id = request.url?.split(/[/?]/)[3] ?? '';
      if (request.method === 'POST') {
        const fresh = crypto.randomUUID();
        cases.set(fresh, { body: (await json(request)) as OpenCase, looks: 0, outcome: outcomeOf(cases.size) });
        response.writeHead(201).end(JSON.stringify(view(fresh)));
      } else if (request.url?.includes('/events')) {
        response.end(JSON.stringify(events(id)));
      } else {
        const one = cases.get(id);
        if (one !== undefined) one.looks += 1;
        response.end(JSON.stringify(view(id)));
      }
    })();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('the first case is shown step by step, each event once, with what came of it', async () => {
  const url = await orchestrator(() => 'granted');
  const shown: string[] = [];
  expect(await demonstrate({ url, token }, 1, titles, (line) => shown.push(line))).toBe(true);
  expect(shown.slice(1, -1)).toEqual([
    '       0 ms  opened    HT-1 enterprise-startup version 1',
    '       1 ms  asked     register, 市场监督管理局 Market regulation',
    '      40 ms  done      register, 市场监督管理局 Market regulation: uscc 91330106MA2',
    '      41 ms  closed    granted at 2026-11-24T08:00:00.250Z',
  ]);
  expect(shown.at(-1)).toContain('Case HT-1 closed as granted after 0.25 s\n  uscc  91330106MA2\n');
});

test('of several, one that is not granted is enough to fail', async () => {
  const url = await orchestrator((number) => (number === 2 ? 'refused' : 'granted'));
  const shown: string[] = [];
  expect(await demonstrate({ url, token }, 4, titles, (line) => shown.push(line))).toBe(false);
  expect(shown.at(-1)).toMatch(/^3 more in .+ s; of all: 3 granted, 1 refused/);
});
