import { expect, test } from '@jest/globals';
import { EventQuery, wishOf } from './event-query.ts';

const read = (query: Record<string, string>) => EventQuery.safeParse(query);

test('a query wishes the same as filters of a subscription', () => {
  const query = EventQuery.parse({
    types: 'gov.hengtong.case.opened.v1,gov.hengtong.case.closed.v1',
    source: 'orchestrator',
    subject: '01A20C80-3B4C-7D5E-8F60-718293A4B5C6',
    division: '3301',
    filter: 'data.outcome == "granted"',
  });
  expect(wishOf(query)).toEqual({
    types: ['gov.hengtong.case.opened.v1', 'gov.hengtong.case.closed.v1'],
    source: 'orchestrator',
    subject: '01a20c80-3b4c-7d5e-8f60-718293a4b5c6',
    filters: [{ prefix: { division: '3301' } }, { cel: 'data.outcome == "granted"' }],
  });
  expect(wishOf(EventQuery.parse({}))).toEqual({ filters: [] });
});

test.each([
  [{ types: '' }],
  [{ types: 'gov.hengtong.case.opened.v1,' }],
  [{ types: `a.v1${',a.v1'.repeat(100)}` }],
  [{ source: 'Orchestrator!' }],
  [{ subject: '1 or 1=1' }],
  [{ division: '0' }],
  [{ division: '3301061' }],
  [{ filter: '' }],
  [{ filter: 'x'.repeat(1_001) }],
])('%j is refused', (query) => expect(read(query).success).toBe(false));
