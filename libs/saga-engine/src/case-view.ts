import { divisionAt, type Case, type Step } from '@hengtong/contracts';
import type { Definition } from '@hengtong/process-model';
import { stepOf, type CaseState } from './case-state.ts';
import { planOf, type PlannedStep } from './plan.ts';
import { recallOf, type StepState } from './step-state.ts';

/** A case as `GET /v1/cases/{id}` shows it to whoever may see everything of it. */
export function caseView(definition: Definition, state: CaseState): Case {
  const { caseId, code, division, status, applicant, input, openedAt, updatedAt } = state;
  const { process, version, steps } = planOf(definition);
  return {
    id: caseId,
    code,
    process,
    version,
    division,
    status,
    ...(state.status === 'closed' && {
      outcome: state.outcome,
      closedAt: state.closedAt,
      ...(state.result && { result: { ...state.result } }),
    }),
    applicant,
    input: { ...input },
    steps: Object.fromEntries([...steps].map(([name, step]) => [name, stepView(state, step, stepOf(state, name))])),
    openedAt,
    updatedAt,
  };
}

function stepView({ division }: CaseState, { department, level, capability, mode }: PlannedStep, step: StepState | undefined): Step {
  const planned = { department, division: divisionAt(division, level), capability, mode };
  if (!step) return { status: 'waiting', ...planned };
  const recall = recallOf(step);
  return {
    status: step.status,
    ...planned,
    ...('requestedAt' in step && { requestedAt: step.requestedAt }),
    ...('completedAt' in step && { completedAt: step.completedAt, output: { ...step.output } }),
    ...(step.status === 'refused' && { refusal: step.refusal }),
    ...(recall?.status === 'failed' && { error: recall.error }),
    ...(step.status === 'failed' && { error: step.error }),
  };
}
