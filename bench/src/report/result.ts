import { median, round } from '../measure/percentiles.ts';
import type { Latency } from '../measure/percentiles.ts';
import type { Measured } from '../measure/closed-loop.ts';
import type { ProcessUse } from '../measure/process-use.ts';

/** One load in one partition setting. Latencies in ms, from opening to `closed`. */
export type Window = { inFlight: number; partitions: number; casesPerSecond: number } & Latency;

/** What one subject (raw, or the system with one process) gave. */
export type Figures = { alone: Latency; windows: Window[]; saturated: { casesPerSecond: number } };

/** What one round of one subject gave: its windows, the one with a single case in flight among them, and what its processes used. */
export type Round = { windows: Window[]; use: ProcessUse[] };

/** The file that `--json` writes. A subject that was not asked for is missing; `ratio` is `chain` to `raw`. */
export type Result = {
  raw?: Figures;
  told?: Figures;
  chain?: Figures;
  enterpriseStartup?: Figures;
  pgBoss?: Figures;
  ratio?: { saturated: number; alone: number };
  services: Record<string, ProcessUse[]>;
};

/** What can be in a result. */
export type Subject = 'raw' | 'told' | 'chain' | 'enterpriseStartup' | 'pgBoss';

/** Takes, for each figure by itself, the median of the rounds, then the best partition setting for `alone` and `saturated`. */
export function toFigures(rounds: readonly Round[]): Figures {
  const all = rounds.flatMap(({ windows }) => windows);
  const same = Map.groupBy(all, ({ inFlight, partitions }) => `${inFlight} in flight, ${partitions} partitions`);
  const windows = [...same.values()].map(medianWindow);
  const [alone] = windows.filter(({ inFlight }) => inFlight === 1).toSorted((a, b) => a.p50 - b.p50);
  if (!alone) throw new Error('No round measured a case alone');
  const { p50, p95, p99 } = alone;
  return {
    alone: { p50, p95, p99 },
    windows: windows.filter(({ inFlight }) => inFlight > 1),
    saturated: { casesPerSecond: Math.max(...windows.map(({ casesPerSecond }) => casesPerSecond)) },
  };
}

/** What each process used, the median of the rounds. */
export function toUse(rounds: readonly Round[]): ProcessUse[] {
  const byName = Map.groupBy(
    rounds.flatMap(({ use }) => use),
    ({ name }) => name,
  );
  return [...byName].map(([name, uses]) => ({
    name,
    cpuSeconds: median(uses.map(({ cpuSeconds }) => cpuSeconds)),
    residentMegabytes: median(uses.map(({ residentMegabytes }) => residentMegabytes)),
  }));
}

/** Puts together what the file holds. */
export function toResult(rounds: ReadonlyMap<Subject, readonly Round[]>): Result {
  const result: Result = { services: {} };
  for (const [subject, measured] of rounds) {
    result[subject] = toFigures(measured);
    result.services[subject] = toUse(measured);
  }
  const { raw, chain } = result;
  if (raw && chain) {
    result.ratio = {
      saturated: round(chain.saturated.casesPerSecond / raw.saturated.casesPerSecond),
      alone: round(chain.alone.p50 / raw.alone.p50),
    };
  }
  return result;
}

/** A window's cases per second against the best that raw reached with as many in flight, in any partition setting. */
export function againstRaw(window: Window, raw: Figures): number {
  const best = Math.max(...raw.windows.filter(({ inFlight }) => inFlight === window.inFlight).map(({ casesPerSecond }) => casesPerSecond));
  return round(window.casesPerSecond / best);
}

/** Names what was measured under which load. */
export function toWindow(inFlight: number, partitions: number, measured: Measured): Window {
  return { inFlight, partitions, ...measured };
}

function medianWindow(windows: readonly Window[]): Window {
  const [first] = windows;
  if (!first) throw new Error('A window of no rounds is not defined');
  const middle = (of: (window: Window) => number) => median(windows.map(of));
  return {
    inFlight: first.inFlight,
    partitions: first.partitions,
    casesPerSecond: middle((window) => window.casesPerSecond),
    p50: middle((window) => window.p50),
    p95: middle((window) => window.p95),
    p99: middle((window) => window.p99),
  };
}
