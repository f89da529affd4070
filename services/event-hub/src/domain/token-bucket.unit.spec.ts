import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Bucket, takeToken } from './token-bucket.ts';

test('what comes in one second may go at once, the next one waits for its turn', () => {
  let bucket: Bucket | undefined;
  const waits = Array.from({ length: 5 }, () => {
    const taken = takeToken(bucket, 4, 0);
    bucket = taken.bucket;
    return taken.wait;
  });
  expect(waits).toEqual([0, 0, 0, 0, 250]);
  expect(takeToken(bucket, 4, 250).wait).toBe(0);
});

test('a rate of less than one a second lets single ones through', () => {
  const { bucket, wait } = takeToken(undefined, 0.1, 0);
  expect(wait).toBe(0);
  expect(takeToken(bucket, 0.1, 0).wait).toBe(10_000);
  expect(takeToken(bucket, 0.1, 10_000).wait).toBe(0);
});

test('in no stretch of time does more go than the rate and one second on top; who waits as told is let through', () => {
  const rates = fc.double({ min: 0.1, max: 1_000, noNaN: true });
  fc.assert(
    fc.property(rates, fc.array(fc.nat(3_000), { minLength: 1 }), (rate, pauses) => {
      let [bucket, now, taken]: [Bucket | undefined, number, number] = [undefined, 0, 0];
      for (const pause of pauses) {
        const turn = takeToken(bucket, rate, (now += pause));
        bucket = turn.bucket;
        if (turn.wait === 0) taken++;
        else expect(takeToken(bucket, rate, now + turn.wait).wait).toBe(0);
      }
      expect(taken).toBeLessThanOrEqual(Math.max(1, rate) + (now * rate) / 1_000 + 1e-6 * pauses.length);
    }),
  );
});
