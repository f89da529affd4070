import { expect, test } from '@jest/globals';

import { verdict } from './verdict.ts';
import type { SoakSample } from './verdict.ts';

/** Nine samples, ten seconds and a thousand cases apart, of a system that behaves. */
const healthy = Array.from({ length: 9 }, (_, index): SoakSample => {
  const closed = 1_000 * index;
  return {
    seconds: 10 * index,
    opened: closed + 20,
    closed,
    residentMegabytes: { orchestrator: index < 3 ? 150 + index : 160 },
    keptBytes: 5_000_000 + 4_000 * closed,
    passingBytes: 1_000_000,
    partitions: [`ht_taxation/inbox_${index}_${index + 1}`, `ht_taxation/outbox_${index}_${index + 1}`],
  };
});

const held = (samples: readonly SoakSample[]) => verdict(samples).map(({ holds }) => holds);
const worsened = (change: (sample: SoakSample, index: number) => Partial<SoakSample>) =>
  healthy.map((sample, index) => ({ ...sample, ...change(sample, index) }));

test('a system that behaves', () => {
  expect(verdict(healthy)).toEqual([
    { holds: true, sentence: 'orchestrator: 160 MB, then 160 MB resident' },
    { holds: true, sentence: '4000, then 4000 bytes kept for each closed case' },
    { holds: true, sentence: 'ht_taxation/inbox: 8 partitions dropped, 1 left' },
    { holds: true, sentence: 'ht_taxation/outbox: 8 partitions dropped, 1 left' },
    { holds: true, sentence: 'at most 20 cases open at 100 cases/s' },
  ]);
});

test('memory that grows', () => {
  expect(held(worsened((_, index) => ({ residentMegabytes: { orchestrator: 150 + 20 * index } })))).toEqual([
    false,
    true,
    true,
    true,
    true,
  ]);
});

test('cases that cost more the more there are', () => {
  expect(held(worsened((_, index) => ({ keptBytes: 1_000_000 * index ** 2 })))).toEqual([true, false, true, true, true]);
});

test('partitions that stay', () => {
  expect(held(worsened(() => ({ partitions: ['ht_taxation/inbox_1_2'] })))).toEqual([true, true, false, true]);
});

test('cases that pile up', () => {
  expect(held(worsened(({ closed }, index) => ({ opened: closed + 100 * index })))).toEqual([true, true, true, true, false]);
});

test('too few samples are said to be too few', () => {
  expect(() => verdict(healthy.slice(0, 5))).toThrow('Too few samples');
});
