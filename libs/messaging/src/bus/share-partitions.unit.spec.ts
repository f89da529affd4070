import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sharePartitions, type Sharer } from './share-partitions.ts';

const members = (...had: number[][]): Sharer[] => had.map((partitions, index) => ({ id: `member-${index}`, had: partitions }));
const shares = (count: number, sharers: readonly Sharer[]) => sharers.map(({ id }) => sharePartitions(count, sharers).get(id));

test('one has all', () => expect(shares(3, members([]))).toEqual([[0, 1, 2]]));

test('who comes gets from those who had more, who keep the rest', () => {
  expect(shares(4, members([0, 1, 2, 3], []))).toEqual([
    [0, 1],
    [2, 3],
  ]);
  expect(shares(5, members([0, 4], [1, 2, 3], []))).toEqual([[0, 4], [1, 2], [3]]);
});

test('who stays keeps what it had when another goes', () => {
  expect(shares(4, members([1, 3]))).toEqual([[0, 1, 2, 3]]);
  expect(shares(6, members([5, 1], [4, 0]))).toEqual([
    [1, 2, 5],
    [0, 3, 4],
  ]);
});

test('nobody gets what two say they had twice, nor what is not there', () => {
  expect(shares(2, members([0, 1, 7], [0, 1]))).toEqual([[0], [1]]);
});

test('there may be more members than partitions', () => expect(shares(1, members([], [0], []))).toEqual([[], [0], []]));

test('every partition goes to one, evenly, whoever had what and in whatever order they come', () => {
  const sharers = fc.uniqueArray(fc.record({ id: fc.uuid(), had: fc.uniqueArray(fc.nat(12)) }), {
    minLength: 1,
    maxLength: 6,
    selector: ({ id }) => id,
  });
  fc.assert(
    fc.property(fc.nat(12), sharers, (count, some) => {
      const shared = sharePartitions(count, some);
      const sizes = [...shared.values()].map((share) => share.length);
      expect([...shared.values()].flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, n) => n));
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      expect(Object.fromEntries(sharePartitions(count, some.toReversed()))).toEqual(Object.fromEntries(shared));
    }),
  );
});
