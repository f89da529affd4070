import type { Options } from '../options.ts';
import type { Window } from '../report/result.ts';
import type { Load, Measured } from './closed-loop.ts';

/**
 * Runs the windows of one round against something that takes a load and is warm: one case alone, then the wider windows.
 */
export async function runWindows(
  name: string,
  partitions: number,
  run: (load: Load) => Promise<Measured>,
  { inFlight, warmUpMs, measureMs }: Options,
): Promise<Window[]> {
  const windows: Window[] = [];
  for (const count of [1, ...inFlight]) {
    const window = { inFlight: count, partitions, ...(await run({ inFlight: count, warmUpMs, measureMs })) };
    console.error(`${name}, ${partitions} partitions, ${count} in flight: ${window.casesPerSecond} cases/s, p50 ${window.p50} ms`);
    windows.push(window);
  }
  return windows;
}
