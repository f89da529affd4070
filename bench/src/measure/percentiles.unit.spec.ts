import { expect, test } from '@jest/globals';

import { median, percentiles } from './percentiles.ts';

test('a percentile is a latency that some case had', () => {
  const oneToHundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(percentiles(oneToHundred)).toEqual({ p50: 50, p95: 95, p99: 99 });
  expect(percentiles([7])).toEqual({ p50: 7, p95: 7, p99: 7 });
});

test('percentiles of nothing are refused', () => {
  expect(() => percentiles([])).toThrow('No case was closed');
});

test('the median is the middle, or the mean of the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 9, 2])).toBe(3);
  expect(() => median([])).toThrow('not defined');
});
