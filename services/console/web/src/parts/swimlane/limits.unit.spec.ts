import { expect, test } from '@jest/globals';
import { limitsFrom, partsOf } from './limits.ts';

const since = Date.parse('2026-11-24T17:30:00+08:00');
const instants = (limits: Parameters<typeof limitsFrom>[0]) =>
  limitsFrom(limits, since).map(({ kind, at }) => [kind, at === undefined ? undefined : new Date(at).toISOString()]);

test('hours are counted from the beginning, calendar days from the next day to the midnight that ends the last', () => {
  expect(instants({ promised: '4h', statutory: '15cd' })).toEqual([
    ['promised', '2026-11-24T13:30:00.000Z'],
    ['statutory', '2026-12-09T16:00:00.000Z'],
  ]);
});

test('working days are not guessed: only a calendar of holidays can count them', () => {
  expect(instants({ statutory: '3wd' })).toEqual([['statutory', undefined]]);
  expect(partsOf('3wd')).toEqual({ count: 3, unit: 'wd' });
});
