import type { DepartmentFigures, ProcessFigures, StepFigures } from '@hengtong/contracts';
import type { Definition } from '@hengtong/process-model';
import type { Pool } from 'pg';
import { readCaseFigures, readStepFigures, type StepFigure } from '../../adapters/postgres/flows/read-figures.ts';
import { addTo, quantilesOf, secondsOf } from '../../domain/flows/index.ts';

/** What the cases of a version came to since it was first used. */
export async function figuresOf(pool: Pool, { process, version, steps }: Definition): Promise<ProcessFigures> {
  const counted = await readCaseFigures(pool, process, version);
  const cases = { opened: 0, granted: 0, refused: 0, withdrawn: 0, cancelled: 0 };
  const lead = new Map<number, number>();
  for (const { what, bucket, count } of counted) {
    cases[what] += count;
    if (what !== 'opened') addTo(lead, bucket, count);
  }
  const byStep = Map.groupBy(await readStepFigures(pool, process, version), ({ step }) => step);
  const figures = steps.map(({ name, department }) => stepFigures(name, department, byStep.get(name) ?? []));
  return { process, version, cases, leadSeconds: quantilesOf(lead), steps: figures, departments: departmentFigures(figures) };
}

/** Quantiles are of the steps that were answered; a failure is no answer. */
function stepFigures(step: string, department: string, rows: readonly StepFigure[]): StepFigures {
  const sum = { done: 0, refused: 0, failed: 0 };
  const took = new Map<number, number>();
  let [waited, worked] = [0, 0];
  for (const row of rows) {
    sum[row.what] += row.count;
    if (row.what !== 'failed') addTo(took, row.bucket, row.count);
    waited += row.waited;
    worked += row.worked;
  }
  return { step, department, ...sum, ...quantilesOf(took), waitingSeconds: secondsOf(waited), workingSeconds: secondsOf(worked) };
}

function departmentFigures(steps: readonly StepFigures[]): DepartmentFigures[] {
  return [...Map.groupBy(steps, ({ department }) => department)].map(([department, own]) => {
    const sum = (of: keyof Omit<DepartmentFigures, 'department'>): number => own.reduce((all, step) => all + step[of], 0);
    const [done, refused, failed] = [sum('done'), sum('refused'), sum('failed')];
    return { department, done, refused, failed, waitingSeconds: sum('waitingSeconds'), workingSeconds: sum('workingSeconds') };
  });
}
