import type { DatabaseSample } from './database-probe.ts';

/** One look at a system under steady load: cases opened and closed so far, resident MB by service, and its databases. */
export type SoakSample = DatabaseSample & { seconds: number; opened: number; closed: number; residentMegabytes: Record<string, number> };

/** One thing that the soak has to show, and what it saw. */
export type Finding = { holds: boolean; sentence: string };

/** What counts as flat, and as constant: as much more in the last third as in the one before would go unnoticed for a day at most. */
const TOLERANCE = 0.1;

/** Holds what was seen against what must be. The first third of the samples is the warm-up and counts for nothing. */
export function verdict(samples: readonly SoakSample[]): Finding[] {
  const third = Math.floor(samples.length / 3);
  const middle = samples.slice(third, -third);
  const end = samples.slice(-third);
  if (third < 2 || !middle[0] || !end[0]) throw new Error('Too few samples for a verdict: at least six are needed');
  return [...memory(middle, end), bytesPerCase(middle, end), ...drops(samples), backlog(end)];
}

function memory(middle: readonly SoakSample[], end: readonly SoakSample[]): Finding[] {
  const services = Object.keys(end[0]?.residentMegabytes ?? {});
  return services.map((service) => {
    const of = (samples: readonly SoakSample[]) => mean(samples.map(({ residentMegabytes }) => residentMegabytes[service] ?? 0));
    const [before, after] = [of(middle), of(end)];
    return {
      holds: after <= before * (1 + TOLERANCE),
      sentence: `${service}: ${before.toFixed(0)} MB, then ${after.toFixed(0)} MB resident`,
    };
  });
}

function bytesPerCase(middle: readonly SoakSample[], end: readonly SoakSample[]): Finding {
  const [before, after] = [keptPerCase(middle), keptPerCase(end)];
  return {
    holds: Math.abs(after / before - 1) <= TOLERANCE,
    sentence: `${before.toFixed(0)}, then ${after.toFixed(0)} bytes kept for each closed case`,
  };
}

function keptPerCase(samples: readonly SoakSample[]): number {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last) return NaN;
  return (last.keptBytes - first.keptBytes) / (last.closed - first.closed);
}

/** A partition that was there and is not there any more, of either table in each database. */
function drops(samples: readonly SoakSample[]): Finding[] {
  const last = new Set(samples.at(-1)?.partitions);
  const seen = new Set(samples.flatMap(({ partitions }) => partitions));
  const kinds = Map.groupBy(seen, (partition) => partition.replace(/_\d+_\d+$/, ''));
  return [...kinds].map(([kind, partitions]) => {
    const dropped = partitions.filter((partition) => !last.has(partition)).length;
    return { holds: dropped > 0, sentence: `${kind}: ${dropped} partitions dropped, ${partitions.length - dropped} left` };
  });
}

/** Cases that are open at the end of each sample: under a load that can be borne they do not pile up. */
function backlog(end: readonly SoakSample[]): Finding {
  const open = end.map(({ opened, closed }) => opened - closed);
  const perSecond = ((end.at(-1)?.opened ?? 0) - (end[0]?.opened ?? 0)) / ((end.at(-1)?.seconds ?? 0) - (end[0]?.seconds ?? 0));
  return {
    holds: Math.max(...open) <= 2 * perSecond,
    sentence: `at most ${Math.max(...open)} cases open at ${perSecond.toFixed(0)} cases/s`,
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
