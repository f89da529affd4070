import type { Measurement } from './figure.ts';
import type { FigureName } from './hub-options.ts';

/** A measurement for people: each figure with its mark and whether it is reached, then what else was seen. */
export function printMeasurement(
  name: FigureName | 'console',
  { figures, notes, use, loadBefore }: Measurement & { loadBefore: number },
): string {
  return [
    ...figures.map(
      ({ what, seen, unit, mark, reached }) =>
        `(${name}) ${reached ? 'reached' : 'MISSED '}  ${what}: ${seen} ${unit}, mark ${mark} ${unit}`,
    ),
    ...notes.map((note) => `      ${note}`),
    `      load of the machine before: ${loadBefore}`,
    ...use.map(
      (one) =>
        `      ${one.name.padEnd(14)} ${String(one.cpuSeconds).padStart(8)} s of CPU ${String(one.residentMegabytes).padStart(8)} MB resident`,
    ),
    '',
  ].join('\n');
}
