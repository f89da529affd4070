import type { ProcessUse } from '../measure/process-use.ts';

/** One thing that was measured, with the mark that it must reach (issue 6, "What it must reach"). */
export type Figure = { what: string; seen: number; unit: string; mark: number; reached: boolean };

/** Figures of one measurement, what else was seen, and what each process used for it. */
export type Measurement = { figures: Figure[]; notes: string[]; use: ProcessUse[] };

/** A figure that must not be above its mark. */
export const atMost = (what: string, seen: number, mark: number, unit: string): Figure => ({
  what,
  seen,
  unit,
  mark,
  reached: seen <= mark,
});

/** A figure that must not be below its mark. */
export const atLeast = (what: string, seen: number, mark: number, unit: string): Figure => ({
  what,
  seen,
  unit,
  mark,
  reached: seen >= mark,
});
