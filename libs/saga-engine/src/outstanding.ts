import type { Definition } from '@hengtong/process-model';
import { stepOf, type CaseState } from './case-state.ts';
import { compensationRequest, recallRequest, stepRequest, type Command } from './command.ts';
import { planOf, type PlannedStep } from './plan.ts';
import { isBeingRecalled, isOpen, isUndoing } from './step-state.ts';

/**
 * The commands that a case still waits for, exactly as they were sent, with the same keys: to be sent again on another bus. What failed
 * is among them. Whoever has answered one sends the same answer again.
 */
export function outstanding(definition: Definition, state: CaseState): Command[] {
  return [...planOf(definition).steps.values()].flatMap((step) => outstandingOf(state, step));
}

function outstandingOf(state: CaseState, planned: PlannedStep): Command[] {
  const step = stepOf(state, planned.name);
  return [
    ...(isOpen(step) ? [stepRequest(state, planned)] : []),
    ...(isBeingRecalled(step) ? [recallRequest(state, planned)] : []),
    ...(isUndoing(step) ? [compensationRequest(state, planned)] : []),
  ];
}
