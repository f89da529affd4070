import { expect, test } from '@jest/globals';
import { backoff } from './backoff.ts';

test.each([
  [0, 100],
  [1, 200],
  [4, 1_600],
  [6, 5_000],
  [5_000, 5_000],
])('after %i failures it waits about %i ms', (failures, ms) => {
  const waits = Array.from({ length: 100 }, () => backoff(failures));
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(ms * 0.8);
  expect(Math.max(...waits)).toBeLessThanOrEqual(ms * 1.2);
  expect(new Set(waits).size).toBeGreaterThan(1);
});
