import type { CaseSummary } from '../../../api/index.ts';
import { titleOfStep, useSteps } from '../../../parts/swimlane/index.ts';
import { language } from '../../../texts/index.ts';

/** Titles of the steps of the cases in a list; the name of one whose definition is not there yet. */
export function useStepTitles(rows: readonly CaseSummary[]): (row: CaseSummary, step: string) => string {
  language.use();
  const stepOf = useSteps(rows);
  return ({ process, version }, name) => {
    const step = stepOf(process, version, name);
    return step ? titleOfStep(step) : name;
  };
}
