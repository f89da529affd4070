import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { afterAttempt, allowedBy, type Breaker, breakerAt, CLOSED } from './circuit-breaker.ts';

const failing = (times: number, from: Breaker = CLOSED, now = 0): Breaker =>
  Array.from({ length: times }).reduce<Breaker>((breaker) => afterAttempt(breaker, false, now), from);

test('five failures in a row open it; a success in between starts the count again', () => {
  expect(failing(4).state).toBe('closed');
  expect(failing(5)).toEqual({ state: 'open', until: 10_000, openings: 1 });
  expect(failing(4, afterAttempt(failing(4), true, 0)).state).toBe('closed');
});

test('when its time is over it lets one attempt through, which closes it or opens it for twice as long', () => {
  const open = failing(5);
  expect(allowedBy(breakerAt(open, 9_999))).toBe(0);
  const halfOpen = breakerAt(open, 10_000);
  expect(allowedBy(halfOpen)).toBe(1);
  expect(afterAttempt(halfOpen, true, 10_100)).toEqual(CLOSED);
  expect(afterAttempt(halfOpen, false, 10_100)).toEqual({ state: 'open', until: 30_100, openings: 2 });
});

test('it is never open for more than five minutes, and attempts that were under way when it opened change nothing', () => {
  let breaker = failing(5);
  for (let now = 0; now < 10_000_000; now += 1_000) {
    const before = breakerAt(breaker, now);
    breaker = afterAttempt(before, false, now);
    if (before.state === 'open') expect(breaker).toBe(before);
    if (breaker.state === 'open') expect(breaker.until - now).toBeLessThanOrEqual(300_000);
  }
  expect(breaker).toMatchObject({ state: 'open' });
});

test('whatever happened, one success closes it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat(400_000))), (attempts) => {
      let [breaker, now]: [Breaker, number] = [CLOSED, 0];
      for (const [success, pause] of attempts) breaker = afterAttempt(breakerAt(breaker, (now += pause)), success, now);
      expect(afterAttempt(breakerAt(breaker, now), true, now)).toEqual(CLOSED);
    }),
  );
});
