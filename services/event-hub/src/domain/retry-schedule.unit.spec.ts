import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LONGEST_ASKED, LONGEST_PAUSE, nextAttempt, RETRIED_FOR } from './retry-schedule.ts';

/** Evenly in [0, 1): fast-check prefers numbers close to nothing, with which chance would hardly ever come up. */
const random = fc.noBias(fc.nat(999_999)).map((n) => n / 1_000_000);
const HOUR = 3_600_000;

/** The times of all attempts of a delivery that always fails. */
function attemptsOf(randoms: Iterator<number>, retryAfter?: number): number[] {
  const times = [0];
  for (let now: number | undefined = 0; now !== undefined;) {
    now = nextAttempt({ attempts: times.length, since: 0, now, retryAfter }, randoms.next().value as number);
    if (now !== undefined) times.push(now);
  }
  return times;
}

function* always(value: number): Generator<number> {
  for (;;) yield value;
}

test('the mean pauses are 5 s, 15 s, 45 s, … up to two hours, and the last attempt is after 28 hours', () => {
  const times = attemptsOf(always(0.5));
  expect(times.slice(1, 8).map((at, i) => (at - times[i]!) / 1_000)).toEqual([5, 15, 45, 135, 405, 1_215, 3_645]);
  expect(new Set(times.slice(8, -1).map((at, i) => at - times[i + 7]!))).toEqual(new Set([2 * HOUR]));
  expect(times.at(-1)).toBe(RETRIED_FOR);
});

test('whatever chance gives, attempts move forward, end exactly when the time is over, and are neither few nor endless', () => {
  fc.assert(
    fc.property(fc.infiniteStream(random), (randoms) => {
      const times = attemptsOf(randoms);
      expect(times.at(-1)).toBe(RETRIED_FOR);
      for (const [i, at] of times.entries()) if (i > 0) expect(at).toBeGreaterThan(times[i - 1]!);
      expect(times.length).toBeGreaterThanOrEqual(12);
      expect(times.length).toBeLessThan(200);
    }),
  );
});

test('no pause is longer than its ceiling, nor shorter than a second, unless the end comes first', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 0, max: RETRIED_FOR - 1 }), random, (attempts, now, chance) => {
      const next = nextAttempt({ attempts, since: 0, now }, chance)!;
      expect(next - now).toBeLessThanOrEqual(LONGEST_PAUSE);
      if (next < RETRIED_FOR) expect(next - now).toBeGreaterThanOrEqual(1_000);
    }),
  );
});

test('an endpoint that asks for time gets it, up to twelve hours, and not beyond the end', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100 * HOUR }),
      fc.integer({ min: 0, max: RETRIED_FOR - 1 }),
      random,
      (retryAfter, now, chance) => {
        const next = nextAttempt({ attempts: 1, since: 0, now, retryAfter }, chance)!;
        expect(next).toBeGreaterThanOrEqual(Math.min(now + Math.min(retryAfter, LONGEST_ASKED), RETRIED_FOR));
        expect(next).toBeLessThanOrEqual(Math.min(now + Math.max(LONGEST_ASKED, LONGEST_PAUSE), RETRIED_FOR));
      },
    ),
  );
});

test('an endpoint that asks for no time at all does not bring deliveries back sooner', () => {
  expect(nextAttempt({ attempts: 9, since: 0, now: 0, retryAfter: 0 }, 0.5)).toBe(2 * HOUR);
});
