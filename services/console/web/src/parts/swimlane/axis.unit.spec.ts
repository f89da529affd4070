import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { domainOf, placeOf, ticksOf } from './axis.ts';

test('a case of a third of a second is counted in 50 ms, one of a working day in hours', () => {
  expect(ticksOf({ from: 0, to: 300 })).toEqual([0, 50, 100, 150, 200, 250, 300]);
  expect(ticksOf({ from: 1_000, to: 1_000 + 7.5 * 3_600_000 }).map((tick) => tick / 3_600_000)).toEqual([0, 2, 4, 6]);
});

test('there are two ticks at least and seven at most, from a millisecond to a hundred years', () => {
  fc.assert(
    fc.property(fc.double({ min: 1, max: 3.2e12, noNaN: true }), (length) => {
      const ticks = ticksOf({ from: 0, to: length });
      expect(ticks.length).toBeLessThanOrEqual(7);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
    }),
  );
});

test('an open case has where to grow, and a limit that is near comes into sight', () => {
  expect(domainOf(0, 100, true)).toEqual({ from: 0, to: 105 });
  expect(domainOf(0, 100, true, [140, 900])).toEqual({ from: 0, to: 142 });
  expect(domainOf(0, 100, false, [140])).toEqual({ from: 0, to: 100 });
});

test('what is out of sight stands at the edge', () => {
  expect([-5, 0, 50, 100, 200].map((at) => placeOf({ from: 0, to: 100 }, at))).toEqual([0, 0, 50, 100, 100]);
});
