import { ConditionFailed } from '@hengtong/process-model';
import { causeOf, stepOf, type CaseState } from './case-state.ts';
import { commandKey } from './command-key.ts';
import { compensationRequest, recallRequest, stepRequest } from './command.ts';
import type { Draft } from './draft.ts';
import { factsOf, resultOf } from './mapping.ts';
import type { Plan, PlannedStep } from './plan.ts';
import { hasFailed, isOutstanding, isOver, recallOf } from './step-state.ts';

/**
 * Goes on from what was just recorded until the case has to wait again, or is closed. A case is `stalled` as long as something failed
 * in it that nobody has put right. Branches that do not depend on that go on meanwhile, forward as well as back.
 */
export function settle(draft: Draft): void {
  if (draft.state.status === 'stalled' && failedStep(draft.plan, draft.state) === undefined) {
    draft.record({ type: 'case-resumed', data: {} });
  }
  if (causeOf(draft.state)) goBack(draft);
  else goForward(draft);
  if (draft.state.status === 'stalled' || draft.state.status === 'closed') return;
  const step = failedStep(draft.plan, draft.state);
  if (step !== undefined) draft.record({ type: 'case-stalled', data: { step } });
}

/**
 * The first step that holds the case up. On the way back a step that was never asked, because its condition has no answer, holds up
 * nothing: there is nothing of it to undo.
 */
function failedStep({ steps }: Plan, state: CaseState): string | undefined {
  const isBack = causeOf(state) !== undefined;
  for (const name of steps.keys()) {
    const step = stepOf(state, name);
    if (hasFailed(step) && !(isBack && step?.status === 'failed' && step.phase === 'condition')) return name;
  }
  return undefined;
}

/** Starts or skips every step whose predecessors are over; closes the case when all are. */
function goForward(draft: Draft): void {
  const { plan } = draft;
  const isReady = ({ name, after }: PlannedStep): boolean =>
    stepOf(draft.state, name) === undefined && after.every((earlier) => isOver(stepOf(draft.state, earlier)));

  let hasMoved = true;
  while (hasMoved) {
    const ready = [...plan.steps.values()].filter(isReady);
    for (const step of ready) begin(draft, step);
    hasMoved = ready.length > 0; // a step that was skipped lets others start
  }
  if ([...plan.steps.keys()].every((name) => isOver(stepOf(draft.state, name)))) close(draft, 'granted');
}

function begin(draft: Draft, step: PlannedStep): void {
  const { plan, state } = draft;
  try {
    if (step.condition?.holds((root) => factsOf(plan, state, root)) === false) {
      return draft.record({ type: 'step-skipped', step: step.name, data: {} });
    }
  } catch (cause) {
    if (!(cause instanceof ConditionFailed)) throw cause;
    const error = `its condition has no answer: ${cause.message}`;
    return draft.record({
      type: 'step-failed',
      step: step.name,
      data: { commandKey: commandKey(state.caseId, step.name, 'forward'), error },
    });
  }
  draft.send(stepRequest(state, step));
}

/**
 * DESIGN §6, refusal: no new step is asked; officers' work that nobody has claimed is called back; when nothing is outstanding, what
 * was completed is undone one by one, last first. What has no compensation is passed over.
 */
function goBack(draft: Draft): void {
  const { plan } = draft;
  for (const step of plan.steps.values()) {
    const now = stepOf(draft.state, step.name);
    if (step.mode === 'officer' && now?.status === 'requested' && !recallOf(now)) draft.send(recallRequest(draft.state, step));
  }
  if ([...plan.steps.keys()].some((name) => isOutstanding(stepOf(draft.state, name)))) return;
  const last = draft.state.done
    .toReversed()
    .map((name) => plan.steps.get(name))
    .filter((step) => step !== undefined)
    .find((step) => step.compensate && stepOf(draft.state, step.name)?.status === 'completed');
  if (last) draft.send(compensationRequest(draft.state, last));
  else close(draft, 'refused');
}

function close(draft: Draft, outcome: 'granted' | 'refused'): void {
  const { plan, state } = draft;
  const result = outcome === 'granted' ? { result: resultOf(plan, state) } : {};
  draft.record({ type: 'case-closed', data: { code: state.code, outcome, ...result } });
}
