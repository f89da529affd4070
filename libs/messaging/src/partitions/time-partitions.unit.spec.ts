import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextMissing, type Span } from './time-partitions.ts';

const HOUR = 3_600_000;

function makeAll(known: Span[], retention: number, width: number, now: number): void {
  for (let missing; (missing = nextMissing(known, retention, width, now)) !== undefined;) known.push(missing);
}

test('the first partitions hold a whole retention that is past, and three widths that are to come', () => {
  const known: Span[] = [];
  makeAll(known, 10 * HOUR, HOUR, 100.5 * HOUR);
  expect(known.map(({ from, to }) => [from / HOUR, to / HOUR])).toEqual([
    [89, 100],
    [100, 101],
    [101, 102],
    [102, 103],
    [103, 104],
  ]);
});

test('the time that a service was away is one partition', () => {
  const known: Span[] = [{ from: 0, to: HOUR }];
  makeAll(known, HOUR, HOUR, 50.5 * HOUR);
  expect(known[1]).toEqual({ from: HOUR, to: 50 * HOUR });
});

test('however long a service is away, and however its settings change, there is room for every moment and for none twice', () => {
  const starts = fc.record({
    away: fc.integer({ min: 0, max: 100 * HOUR }),
    width: fc.integer({ min: 1_000, max: 24 * HOUR }),
    retention: fc.integer({ min: 1_000, max: 100 * HOUR }),
  });
  fc.assert(
    fc.property(fc.array(starts, { minLength: 1, maxLength: 10 }), (all) => {
      const known: Span[] = [];
      let now = 1_000 * HOUR;
      const first = now + (all[0]?.away ?? 0);
      for (const { away, width, retention } of all) {
        now += away;
        makeAll(known, retention, width, now);
        expect(Math.max(...known.map(({ to }) => to))).toBeGreaterThan(now + 3 * width - 1);
      }
      for (const [index, { from, to }] of known.entries()) {
        expect(to).toBeGreaterThan(from);
        if (index > 0) expect(from).toBe(known[index - 1]?.to);
      }
      expect(known[0]?.from).toBeLessThanOrEqual(first - (all[0]?.retention ?? 0));
    }),
  );
});
