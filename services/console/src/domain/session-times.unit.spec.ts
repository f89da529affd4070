import { expect, test } from '@jest/globals';
import { isStale, sessionEnds } from './session-times.ts';

const [MINUTE, HOUR] = [60_000, 3_600_000];
const times = { idle: HOUR, limit: 8 * HOUR };

test('a session ends an hour after the last request, and after eight hours whatever is asked', () => {
  expect(sessionEnds({ begunAt: 0, seenAt: 0 }, times)).toBe(HOUR);
  expect(sessionEnds({ begunAt: 0, seenAt: 3 * HOUR }, times)).toBe(4 * HOUR);
  expect(sessionEnds({ begunAt: 0, seenAt: 7.5 * HOUR }, times)).toBe(8 * HOUR);
});

test('a token is renewed a minute before its end, one that is short-lived at half its time', () => {
  const five = { from: 0, until: 5 * MINUTE };
  expect(isStale(five, 4 * MINUTE - 1)).toBe(false);
  expect(isStale(five, 4 * MINUTE)).toBe(true);
  expect(isStale({ from: 0, until: MINUTE }, MINUTE / 2 - 1)).toBe(false);
  expect(isStale({ from: 0, until: MINUTE }, MINUTE / 2)).toBe(true);
});
