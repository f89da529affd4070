import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { HIGHEST_RATE, LOWEST_RATE, monthlyDeposit, rateGround } from './deposit.ts';

const rates = fc.integer({ min: LOWEST_RATE, max: HIGHEST_RATE });
const bases = fc.integer({ min: 1, max: 100_000 });

test('a deposit is a whole number of yuan, within half a yuan of its share of the base', () => {
  fc.assert(
    fc.property(bases, rates, (base, rate) => {
      const deposit = monthlyDeposit(base, rate);
      expect(Number.isInteger(deposit)).toBe(true);
      expect(Math.abs(deposit - (base * rate) / 100)).toBeLessThanOrEqual(0.5);
    }),
  );
});

test('every whole rate between the limits is lawful', () => {
  fc.assert(fc.property(rates, (rate) => expect(rateGround(rate)).toBeUndefined()));
});

test.each([0, 4, 4.99, 5.5, 13, -5, Number.NaN])('a rate of %d is not', (rate) => {
  expect(rateGround(rate)?.code).toBe('fund.rate-out-of-limits');
});
