import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Pace } from './pace.ts';

beforeEach(() => void jest.useFakeTimers({ doNotFake: ['setImmediate'] }));
afterEach(() => void jest.useRealTimers());

/** How long the next rest takes, in milliseconds. */
async function restOf(pace: Pace): Promise<number> {
  const began = performance.now();
  const resting = pace.rest();
  jest.runAllTimers();
  await resting;
  return performance.now() - began;
}

test('rests little while messages come, and more and more when none does, up to a limit', async () => {
  const pace = new Pace();
  expect(await restOf(pace)).toBe(2);
  jest.advanceTimersByTime(300);
  const rests: number[] = [];
  for (let poll = 0; poll < 12; poll++) rests.push(await restOf(pace));
  expect(rests).toEqual(rests.toSorted((a, b) => a - b));
  expect(rests.at(-1)).toBe(50);
  pace.busy();
  expect(await restOf(pace)).toBe(2);
});

test('an interruption ends a rest, or the next one if it comes between two', async () => {
  const pace = new Pace();
  const resting = pace.rest();
  pace.interrupt();
  await resting;
  pace.interrupt();
  await pace.rest();
  expect(jest.getTimerCount()).toBe(0);
});
