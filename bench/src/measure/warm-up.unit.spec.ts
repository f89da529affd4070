import { expect, test } from '@jest/globals';

import type { Load, Measured } from './closed-loop.ts';
import { warmUp } from './warm-up.ts';

/** Gives these rates one after another, and the last for ever. */
function system(...rates: number[]) {
  const loads: Load[] = [];
  const run = async (load: Load): Promise<Measured> => {
    const casesPerSecond = rates[Math.min(loads.length, rates.length - 1)] ?? 0;
    loads.push(load);
    return { casesPerSecond, p50: 1, p95: 1, p99: 1 };
  };
  return { run, loads };
}

test('what was just started is run until its rate rises no more', async () => {
  const { run, loads } = system(80, 110, 150, 148, 180, 182, 170, 185, 400);
  expect(await warmUp(run, { windowMs: 5_000, mostMs: 90_000 })).toEqual([80, 110, 150, 148, 180, 182, 170, 185]);
  expect(new Set(loads.map(({ inFlight, measureMs }) => `${inFlight}, ${measureMs}`))).toEqual(new Set(['50, 5000']));
});

test('small gains that go on do not add up to an end that never comes', async () => {
  const { run } = system(...Array.from({ length: 100 }, (_, n) => 100 * 1.06 ** n));
  expect(await warmUp(run, { windowMs: 5_000, mostMs: 30_000 })).toHaveLength(6);
});

test('with no more time than for one window, there is one', async () => {
  const { run } = system(80, 160);
  expect(await warmUp(run, { windowMs: 2_000, mostMs: 2_000 })).toEqual([80]);
});
