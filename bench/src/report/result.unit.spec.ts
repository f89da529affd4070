import { expect, test } from '@jest/globals';

import { againstRaw, toResult } from './result.ts';
import type { Round, Subject, Window } from './result.ts';

const window = (inFlight: number, partitions: number, casesPerSecond: number, p50: number): Window => ({
  inFlight,
  partitions,
  casesPerSecond,
  p50,
  p95: p50 * 2,
  p99: p50 * 3,
});
const round = (...windows: Window[]): Round => ({
  windows,
  use: [{ name: 'coordinator', cpuSeconds: windows.length, residentMegabytes: 100 }],
});

const rounds = new Map<Subject, Round[]>([
  [
    'raw',
    [
      round(window(1, 1, 40, 25), window(1, 2, 50, 20), window(50, 1, 500, 90), window(50, 2, 400, 110)),
      round(window(1, 1, 42, 24), window(1, 2, 52, 22), window(50, 1, 900, 80), window(50, 2, 300, 120)),
      round(window(1, 1, 44, 23), window(1, 2, 54, 21), window(50, 1, 600, 70), window(50, 2, 200, 130)),
    ],
  ],
  ['chain', [round(window(1, 2, 30, 30), window(50, 2, 330, 140))]],
]);

test('each figure is the median of the rounds, and the best partition setting counts', () => {
  const { raw, ratio } = toResult(rounds);
  expect(raw).toEqual({
    alone: { p50: 21, p95: 42, p99: 63 },
    windows: [
      { inFlight: 50, partitions: 1, casesPerSecond: 600, p50: 80, p95: 160, p99: 240 },
      { inFlight: 50, partitions: 2, casesPerSecond: 300, p50: 120, p95: 240, p99: 360 },
    ],
    saturated: { casesPerSecond: 600 },
  });
  expect(ratio).toEqual({ saturated: 0.55, alone: 1.43 });
});

test('a window is held against the best of raw with as many in flight', () => {
  const { raw, chain } = toResult(rounds);
  expect(raw && chain?.windows.map((of) => againstRaw(of, raw))).toEqual([0.55]);
});

test('without raw there is no ratio, and a subject that was not asked for is missing', () => {
  const result = toResult(new Map([['chain', rounds.get('chain') ?? []]]));
  expect(Object.keys(result).toSorted()).toEqual(['chain', 'services']);
});
