import {
  commandTypes,
  divisionAt,
  type StepCompensationRequested,
  type StepRecallRequested,
  type StepRequested,
} from '@hengtong/contracts';
import { causeOf, type CaseState } from './case-state.ts';
import { commandKey } from './command-key.ts';
import { inputOf } from './mapping.ts';
import type { PlannedStep } from './plan.ts';

interface Addressed {
  readonly step: string;
  readonly department: string;
  /** Of the authority that is asked. */
  readonly division: string;
  readonly commandKey: string;
}

/** What a department is told to do. */
export type Command = Addressed &
  (
    | { readonly kind: 'step-requested'; readonly data: StepRequested }
    | { readonly kind: 'step-compensation-requested'; readonly data: StepCompensationRequested }
    | { readonly kind: 'step-recall-requested'; readonly data: StepRecallRequested }
  );

/** The message type of each kind of command. */
export const commandTypeOf: Readonly<Record<Command['kind'], string>> = {
  'step-requested': commandTypes.stepRequested,
  'step-compensation-requested': commandTypes.stepCompensationRequested,
  'step-recall-requested': commandTypes.stepRecallRequested,
};

/** Asks for the step: with the fields that the definition maps, and no others. */
export function stepRequest(state: CaseState, step: PlannedStep): Command {
  const { capability, level, mode } = step;
  const to = address(state, step);
  const data = { capability, level, mode, division: to.division, caseDivision: state.division, input: inputOf(step, state) };
  return { kind: 'step-requested', ...to, commandKey: commandKey(state.caseId, step.name, 'forward'), data };
}

/** Asks that what the step did be voided. Only for a step that has a compensation, in a case that was refused. */
export function compensationRequest(state: CaseState, step: PlannedStep): Command {
  const { name, level, compensate } = step;
  if (!compensate) throw new Error(`step ${name} of case ${state.caseId} has no compensation`);
  const to = address(state, step);
  const compensates = commandKey(state.caseId, name, 'forward');
  const data = { capability: compensate.capability, division: to.division, level, compensates, cause: refusalIn(state) };
  return { kind: 'step-compensation-requested', ...to, commandKey: commandKey(state.caseId, name, 'compensate'), data };
}

/** Asks that the work be given back, if nobody has it in hand. Only in a case that was refused. */
export function recallRequest(state: CaseState, step: PlannedStep): Command {
  const to = address(state, step);
  const recalls = commandKey(state.caseId, step.name, 'forward');
  const data = { capability: step.capability, division: to.division, level: step.level, recalls, cause: refusalIn(state) };
  return { kind: 'step-recall-requested', ...to, commandKey: commandKey(state.caseId, step.name, 'recall'), data };
}

const address = (state: CaseState, { name, department, level }: PlannedStep) => ({
  step: name,
  department,
  division: divisionAt(state.division, level),
});

function refusalIn(state: CaseState) {
  const cause = causeOf(state);
  if (!cause) throw new Error(`case ${state.caseId} is ${state.status}: nothing is undone without a refusal`);
  return cause;
}
