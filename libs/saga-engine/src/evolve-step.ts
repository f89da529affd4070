import type { CaseEvent, Refusal } from './case-event.ts';
import { parseCommandKey } from './command-key.ts';
import { isOpen, isUndoing, type Recall, type StepState } from './step-state.ts';

/** The events that happen to a step. */
export type StepEvent = Extract<CaseEvent, { type: `step-${string}` }>;

/** The state of one step after one of its events; undefined if the event cannot follow. */
export function evolveStep(step: StepState | undefined, event: StepEvent): StepState | undefined {
  switch (event.type) {
    case 'step-skipped':
      return step ? undefined : { status: 'skipped' };
    case 'step-requested':
      return step ? undefined : { status: 'requested', requestedAt: event.at };
    case 'step-started':
      return isOpen(step) ? { status: 'in-progress', ...asked(step) } : undefined;
    case 'step-completed':
      return isOpen(step) ? { status: 'completed', ...asked(step), completedAt: event.at, output: event.data.output } : undefined;
    case 'step-refused':
      return isOpen(step) ? { status: 'refused', ...asked(step), refusal: refusalOf(event.data) } : undefined;
    case 'step-failed':
      return failed(step, event.data);
    case 'step-recall-requested':
      return isOpen(step) ? { ...step, recall: { status: 'asked' } } : undefined;
    case 'step-recalled':
      // What was recorded as done stays done, whatever the department says afterwards: it is undone as such.
      return isOpen(step) ? { status: 'recalled', requestedAt: step.requestedAt } : withRecall(step, { status: 'answered' });
    case 'step-recall-declined':
      return withRecall(step, { status: 'answered' });
    case 'step-compensation-requested':
      return step?.status === 'completed' ? { ...step, status: 'compensating' } : undefined;
    case 'step-compensated':
      return isUndoing(step) ? { status: 'compensated', ...done(step) } : undefined;
    default:
      return event satisfies never;
  }
}

function failed(step: StepState | undefined, { commandKey, error }: { commandKey: string; error: string }): StepState | undefined {
  if (!step) return { status: 'failed', phase: 'condition', error };
  if (parseCommandKey(commandKey)?.verb === 'recall') return withRecall(step, { status: 'failed', error });
  if (isUndoing(step)) return { status: 'failed', phase: 'compensate', ...done(step), error };
  return isOpen(step) ? { status: 'failed', phase: 'forward', ...asked(step), error } : undefined;
}

const withRecall = (step: StepState | undefined, recall: Recall): StepState | undefined =>
  step && 'requestedAt' in step && step.recall ? { ...step, recall } : undefined;

function asked(step: { readonly requestedAt: string; readonly recall?: Recall }) {
  const { requestedAt, recall } = step;
  return recall ? { requestedAt, recall } : { requestedAt };
}

function done(step: Extract<StepState, { completedAt: string }>) {
  const { completedAt, output } = step;
  return { ...asked(step), completedAt, output };
}

const refusalOf = ({ code, law, reason }: Refusal): Refusal => ({
  code,
  ...(law !== undefined && { law }),
  ...(reason !== undefined && { reason }),
});
