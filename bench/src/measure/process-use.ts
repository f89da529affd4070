import { readdirSync, readFileSync } from 'node:fs';

import { round } from './percentiles.ts';

/** CPU seconds (user and system) of a measured time, and what was resident at its end. */
export type ProcessUse = { name: string; cpuSeconds: number; residentMegabytes: number };

/** A process to watch; with `tree` its children count too (PostgreSQL has one for each connection). */
export type Watched = { name: string; pid: number; tree?: boolean };

/** `/proc` counts in ticks of 1/100 s: USER_HZ, which is the same on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/**
 * Starts counting; call what it returns to have what each process used since then. Reads `/proc`, so that it works on
 * Linux alone: elsewhere there is nothing to report, and the list is empty.
 */
export function watchProcesses(watched: readonly Watched[]): () => ProcessUse[] {
  if (process.platform !== 'linux') return () => [];
  const before = new Map(watched.map((one) => [one.name, cpuSeconds(one)]));
  return () =>
    watched.map((one) => ({
      name: one.name,
      cpuSeconds: round(cpuSeconds(one) - (before.get(one.name) ?? 0)),
      residentMegabytes: round(sum(pids(one).map(residentMegabytes))),
    }));
}

/** Resident memory of one process now, in MB; 0 once it has ended. */
export function residentMegabytes(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`)) ?? [];
  return Number(kilobytes ?? 0) / 1024;
}

/** A process' own time and that of its children that have ended, with `tree` of those alive too. */
function cpuSeconds(one: Watched): number {
  return sum(pids(one).map((pid) => statOf(pid).ticks)) / TICKS_PER_SECOND;
}

function pids({ pid, tree }: Watched): number[] {
  if (!tree) return [pid];
  const children = readdirSync('/proc')
    .map(Number)
    .filter((other) => other > 0 && statOf(other).parent === pid);
  return [pid, ...children];
}

/** `/proc/<pid>/stat`, from the third field on: the second is the name in brackets and may hold anything. See proc(5). */
function statOf(pid: number): { parent: number; ticks: number } {
  const stat = read(`/proc/${pid}/stat`);
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [, parent = 0] = fields;
  return { parent, ticks: sum(fields.slice(11, 15)) };
}

/** A process may end between being listed and being read. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
