import { expect, test } from '@jest/globals';
import { LOOK_BACK, Rate } from './rate.ts';

const NOW = Date.parse('2026-11-24T12:00:00.500Z');

test('counts events by the second in which they happened, not in which they came', () => {
  const rate = new Rate();
  rate.knownSince(NOW - 10_000);
  for (const ago of [1_000, 1_100, 3_000]) rate.count(NOW - ago);
  expect(rate.series(NOW).counts.slice(-4)).toEqual([0, 1, 0, 2]);
  expect(rate.series(NOW).times.at(-1)).toBe(Math.floor(NOW / 1000) - 1);
});

test('says nothing of the time of which it does not know all', () => {
  const rate = new Rate();
  rate.count(NOW - 60_000);
  expect(new Set(rate.series(NOW).counts)).toEqual(new Set([null]));
  rate.knownSince(NOW - 30_000);
  expect(rate.series(NOW).counts.filter((count) => count !== null)).toHaveLength(29); // the one in which it began is not whole
});

test('keeps five minutes, however long it runs', () => {
  const rate = new Rate();
  rate.knownSince(NOW);
  for (let second = 0; second < 2 * LOOK_BACK; second++) rate.count(NOW + second * 1000);
  const { counts } = rate.series(NOW + 2 * LOOK_BACK * 1000);
  expect(counts).toHaveLength(LOOK_BACK);
  expect(new Set(counts)).toEqual(new Set([1]));
});
