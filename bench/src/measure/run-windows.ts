import type { Options } from '../options.ts';
import type { Round, Window } from '../report/result.ts';
import type { Load, Measured } from './closed-loop.ts';
import { watchProcesses } from './process-use.ts';
import type { Watched } from './process-use.ts';
import { warmUp } from './warm-up.ts';

/** What takes a load, in one partition setting; `watched` are its processes and the servers that it uses. */
export type Running = { name: string; partitions: number; run: (load: Load) => Promise<Measured>; watched: readonly Watched[] };

/** Runs one round against what was just started: warm first, then one case alone, then the wider windows. What warming up used is not counted. */
export async function runWindows({ name, partitions, run, watched }: Running, options: Options): Promise<Round> {
  const { inFlight, warmUpMs, measureMs } = options;
  await warmUp(run, options.warmUp);
  const used = watchProcesses(watched);
  const windows: Window[] = [];
  for (const count of [1, ...inFlight]) {
    const window = { inFlight: count, partitions, ...(await run({ inFlight: count, warmUpMs, measureMs })) };
    console.error(`${name}, ${partitions} partitions, ${count} in flight: ${window.casesPerSecond} cases/s, p50 ${window.p50} ms`);
    windows.push(window);
  }
  return { windows, use: used() };
}
