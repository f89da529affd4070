import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { budgetAfter, type FailureBudget } from './failure-budget.ts';

const HOUR = 3_600_000;
const BEGUN = 1_000 * HOUR;

/** Attempts at hours after the beginning, all failed; gives [hour, percent] for each notice. */
function noticesOf(hours: readonly number[]): [number, number][] {
  let budget: FailureBudget | undefined;
  return hours.flatMap((hour) => {
    const after = budgetAfter(budget, false, BEGUN + hour * HOUR);
    budget = after.budget;
    return after.notice ? [[hour, after.notice]] : [];
  });
}

test('the subscriber is told at 50, 70, 90 and 100 percent of 28 hours, once each', () => {
  const hours = Array.from({ length: 400 }, (_, i) => i / 10);
  expect(noticesOf(hours)).toEqual([
    [14, 50],
    [19.6, 70],
    [25.2, 90],
    [28, 100],
  ]);
});

test('a success in between gives the whole budget back', () => {
  expect(budgetAfter({ since: BEGUN, told: 90 }, true, BEGUN + 27 * HOUR)).toEqual({});
  expect(budgetAfter(undefined, false, BEGUN)).toEqual({ budget: { since: BEGUN } });
});

test('after an outage of ours only the last notice is given', () => {
  expect(noticesOf([0, 26])).toEqual([[26, 90]]);
  expect(noticesOf([0, 15, 200])).toEqual([
    [15, 50],
    [200, 100],
  ]);
});

test('whenever the attempts are, notices rise and none comes twice', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 60, noNaN: true })), (hours) => {
      const percents = noticesOf(hours.toSorted((a, b) => a - b)).map(([, percent]) => percent);
      expect(percents).toEqual([...new Set(percents)].toSorted((a, b) => a - b));
    }),
  );
});
