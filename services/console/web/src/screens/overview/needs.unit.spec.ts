import { expect, test } from '@jest/globals';
import type { Subscription } from '../../api/index.ts';
import { needsOf, type NeedSources } from './needs.ts';

const nothing: NeedSources = { services: [], flows: { stalled: [], stalledCount: 0 }, late: [], deadLetters: [], subscriptions: [] };
const at = (minute: number): string => new Date(Date.UTC(2026, 10, 24, 9, minute)).toISOString();

const subscription = (id: string, more: Partial<Subscription>): Subscription => ({
  id,
  subscriber: 'statistics',
  delivery: 'webhook',
  protocol: 'HTTP',
  status: 'active',
  ordered: false,
  progress: { cursor: '0' },
  createdBy: { type: 'operator', id: 'gao.jie' },
  createdAt: at(0),
  updatedAt: at(0),
  version: 1,
  ...more,
});

test('agencies that are not reached come last, those first on whom the hub has given up, then by how long', () => {
  const needs = needsOf({
    ...nothing,
    flows: { stalled: [{ caseId: 'c', code: 'HT-1', process: 'p', since: at(9) }] as never, stalledCount: 1 },
    subscriptions: [
      subscription('late', { failingSince: at(5) }),
      subscription('early', { failingSince: at(2) }),
      subscription('off', { status: 'disabled', updatedAt: at(8) }),
    ],
  });
  expect(needs.map(({ key }) => key)).toEqual(['case c', 'subscription off', 'subscription early', 'subscription late']);
  expect(needs.slice(1)).toMatchObject([
    { state: 'disabled', since: at(8) },
    { state: 'failing', since: at(2), to: '/subscriptions/early' },
    { state: 'failing', since: at(5) },
  ]);
});

test('a service that is slow needs somebody as one that is down does; one that is up does not', () => {
  const service = (name: string, ready: 'up' | 'slow' | 'down') => ({ name, ready, since: at(1) }) as never;
  expect(needsOf({ ...nothing, services: [service('a', 'up'), service('b', 'slow'), service('c', 'down')] })).toMatchObject([
    { kind: 'service', service: 'b', state: 'slow' },
    { kind: 'service', service: 'c', state: 'down' },
  ]);
});

test('where the oldest is late somebody is needed, the longest first, with its list', () => {
  const cell = (department: string, minute: number) => ({ process: 'startup', department, count: 3, oldestSince: at(minute) }) as never;
  expect(needsOf({ ...nothing, late: [cell('taxation', 5), cell('health', 2)] })).toMatchObject([
    { kind: 'late', department: 'health', count: 3, since: at(2), to: '/cases?process=startup&department=health&status=open' },
    { kind: 'late', department: 'taxation' },
  ]);
});
