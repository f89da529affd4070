import { expect, test } from '@jest/globals';
import { filterOf, narrowed, orderOf, paramsOf, queryOf } from './case-filter.ts';

const now = new Date('2026-11-24T17:30:00Z');
const asked = (address: string) => queryOf(filterOf(new URLSearchParams(address)), now, 'Asia/Shanghai');

test('an address says the same after it was read', () => {
  const address =
    'q=HT-1&process=enterprise-startup&status=running%2Cstalled&department=taxation&division=3301&openedFrom=2026-11-20&idle=30';
  expect(paramsOf(filterOf(new URLSearchParams(address))).toString()).toBe(address);
});

test('days begin where one is, the last one is included, and idle minutes count back from now', () => {
  expect(asked('openedFrom=2026-11-20&openedTo=2026-11-24&idle=30')).toEqual({
    openedFrom: '2026-11-19T16:00:00.000Z',
    openedTo: '2026-11-24T16:00:00.000Z',
    idleBefore: '2026-11-24T17:00:00.000Z',
  });
});

test('links of the overview: what was opened today, and what is open', () => {
  expect(asked('opened=today&status=open')).toEqual({
    openedFrom: '2026-11-24T16:00:00.000Z',
    status: ['running', 'suspended', 'compensating', 'stalled'],
  });
});

test('links of the overview: what was closed today, on whichever day they are followed', () => {
  expect(asked('closed=today&outcome=granted')).toEqual({ closedFrom: '2026-11-24T16:00:00.000Z', outcome: 'granted' });
  expect(asked('closedFrom=2026-11-20')).toEqual({ closedFrom: '2026-11-19T16:00:00.000Z' });
  const kept = paramsOf(filterOf(new URLSearchParams('closed=today')));
  expect(kept.toString()).toBe('closedFrom=today');
  expect(asked(kept.toString())).toEqual(asked('closed=today'));
});

test('who narrows the list leaves it sorted, and nothing else of what stood there', () => {
  const address = new URLSearchParams('sort=-code&open=sole&step=tax&closed=today');
  expect(narrowed(address, ({ step: _, ...rest }) => rest).toString()).toBe('closedFrom=today&sort=-code');
});

test('the service is asked for the oldest first where the list is sorted by opening; all else is for the table', () => {
  expect(['', 'sort=opened', 'sort=-opened', 'sort=code'].map((address) => orderOf(new URLSearchParams(address)))).toEqual([
    'newest',
    'oldest',
    'newest',
    'newest',
  ]);
});

test('what an address says that cannot be is left out', () => {
  expect(asked('status=lost&outcome=maybe&division=abc&openedFrom=yesterday&closed=tomorrow&closedFrom=1&idle=-3&q=')).toEqual({});
});
