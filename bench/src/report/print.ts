import type { ProcessUse } from '../measure/process-use.ts';
import { againstRaw } from './result.ts';
import type { Figures, Result, Window } from './result.ts';

/** The result as tables for people. */
export function print(result: Result): string {
  const subjects = [
    ['raw', result.raw],
    ['told', result.told],
    ['chain', result.chain],
    ['enterprise-startup', result.enterpriseStartup],
    ['pg-boss', result.pgBoss],
  ] as const;
  const lines = subjects.flatMap(([name, figures]) => (figures ? [...figuresTable(name, figures, result.raw), ''] : []));
  if (result.ratio)
    lines.push(`chain to raw: ${result.ratio.saturated} of its cases/s at saturation, ${result.ratio.alone} times its p50 alone`, '');
  for (const [subject, use] of Object.entries(result.services)) lines.push(...useTable(subject, use), '');
  return lines.join('\n');
}

function figuresTable(name: string, { alone, windows, saturated }: Figures, raw: Figures | undefined): string[] {
  const compared = raw !== undefined && name !== 'raw';
  return [
    `${name}: alone p50 ${alone.p50} ms, p95 ${alone.p95} ms, p99 ${alone.p99} ms; saturated at ${saturated.casesPerSecond} cases/s`,
    row(['in flight', 'partitions', 'cases/s', 'p50 ms', 'p95 ms', 'p99 ms', ...(compared ? ['of raw'] : [])]),
    ...windows.map((window) => row([...cells(window), ...(compared ? [againstRaw(window, raw)] : [])])),
  ];
}

function cells({ inFlight, partitions, casesPerSecond, p50, p95, p99 }: Window): number[] {
  return [inFlight, partitions, casesPerSecond, p50, p95, p99];
}

function useTable(subject: string, use: readonly ProcessUse[]): string[] {
  return [
    `${subject}: CPU seconds over its windows, MB resident after the last`,
    ...use.map(({ name, cpuSeconds, residentMegabytes }) => `${name.padEnd(32)}${row([cpuSeconds, residentMegabytes])}`),
  ];
}

function row(values: readonly (string | number)[]): string {
  return values.map((value) => String(value).padStart(12)).join('');
}
