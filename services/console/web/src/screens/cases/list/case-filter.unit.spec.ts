import { expect, test } from '@jest/globals';
import { filterOf, paramsOf, queryOf } from './case-filter.ts';

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

test('what an address says that cannot be is left out', () => {
  expect(asked('status=lost&outcome=maybe&division=abc&openedFrom=yesterday&idle=-3&q=')).toEqual({});
});
