import type { Outcome } from '@hengtong/contracts';
import type { Pool } from 'pg';

export interface CaseFigure {
  readonly what: 'opened' | Outcome;
  readonly bucket: number;
  readonly count: number;
}

export interface StepFigure {
  readonly step: string;
  readonly department: string;
  readonly what: 'done' | 'refused' | 'failed';
  readonly bucket: number;
  readonly count: number;
  /** Milliseconds. */
  readonly waited: number;
  readonly worked: number;
}

/** What was counted of the cases of a version. */
export async function readCaseFigures(pool: Pool, process: string, version: number): Promise<CaseFigure[]> {
  const { rows } = await pool.query<CaseFigure>(
    `select what, bucket, count::float8 as count from case_figures where process = $1 and version = $2`,
    [process, version],
  );
  return rows;
}

/** What was counted of the steps of a version. */
export async function readStepFigures(pool: Pool, process: string, version: number): Promise<StepFigure[]> {
  const { rows } = await pool.query<StepFigure>(
    `select step, department, what, bucket, count::float8 as count, waited::float8 as waited, worked::float8 as worked
       from step_figures where process = $1 and version = $2`,
    [process, version],
  );
  return rows;
}
