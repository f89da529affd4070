import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addTo, bucketOf, quantileOf, quantilesOf } from './histogram.ts';

const spans = fc.array(fc.oneof(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 40 * 366 * 86_400_000 })), { minLength: 1 });
const histogramOf = (all: readonly number[]) =>
  all.reduce((histogram, span) => addTo(histogram, bucketOf(span), 1), new Map<number, number>());

/** The smallest of these that is no shorter than a share of `q` of all: the definition, counted by hand. */
const exactly = (all: readonly number[], q: number): number =>
  all.toSorted((a, b) => a - b)[Math.max(1, Math.ceil(q * all.length)) - 1] ?? 0;

describe('a histogram of spans', () => {
  test('tells any quantile within 9 %, or within a millisecond', () => {
    fc.assert(
      fc.property(spans, fc.double({ min: 0, max: 1, noNaN: true }), (all, q) => {
        const [told, exact] = [quantileOf(histogramOf(all), q) ?? Number.NaN, exactly(all, q)];
        expect(Math.abs(told - exact)).toBeLessThanOrEqual(Math.max(1, exact * 0.0906));
      }),
    );
  });

  test('tells the same of parts that were counted apart and added up', () => {
    fc.assert(
      fc.property(spans, spans, (some, others) => {
        const sum = [...histogramOf(others)].reduce((histogram, [bucket, count]) => addTo(histogram, bucket, count), histogramOf(some));
        expect(quantilesOf(sum)).toEqual(quantilesOf(histogramOf([...some, ...others])));
      }),
    );
  });

  test('keeps the order of spans, and has room for a lifetime in a small number', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (a, b) => expect(Math.sign(bucketOf(a) - bucketOf(b)) * Math.sign(a - b)).toBeGreaterThanOrEqual(0)),
    );
    expect(bucketOf(100 * 366 * 86_400_000)).toBeLessThan(170);
  });

  test('tells nothing where nothing was counted', () => {
    expect(quantileOf(new Map(), 0.5)).toBeUndefined();
    expect(quantilesOf(new Map([[3, 0]]))).toEqual({});
  });
});
