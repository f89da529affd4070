import type { CaseEvent } from './case-event.ts';
import { causeOf, ENGINE_VERSION, stepOf, type CaseState } from './case-state.ts';
import { evolveStep, type StepEvent } from './evolve-step.ts';
import { ignoredKey } from './ignored.ts';

type Opened = Extract<CaseEvent, { type: 'case-opened' }>;

/** An event that cannot follow what came before it: the history was tampered with, or is of another case. */
export class BrokenHistory extends Error {
  override name = 'BrokenHistory';
  readonly code = 'case.broken-history';
}

/**
 * The state after one more event. Pure; shares whatever did not change with the state before.
 * @throws {BrokenHistory} if the event cannot follow
 */
export function evolve(state: CaseState | undefined, event: CaseEvent): CaseState {
  if (event.type === 'case-opened') return opened(state, event);
  if (!state) throw new BrokenHistory(`${event.type} comes before case-opened`);
  return turned({ ...state, sequence: state.sequence + 1, updatedAt: event.at }, event);
}

/** The state that a whole history gives. Undefined for an empty one. */
export const fold = (events: Iterable<CaseEvent>): CaseState | undefined => {
  let state: CaseState | undefined;
  for (const event of events) state = evolve(state, event);
  return state;
};

function opened(state: CaseState | undefined, { at, data }: Opened): CaseState {
  if (state) throw new BrokenHistory(`case ${state.caseId} is opened twice`);
  const { caseId, code, division, applicant, input } = data;
  const given = { caseId, code, division, applicant, input, openedAt: at, updatedAt: at };
  return { engine: ENGINE_VERSION, status: 'running', ...given, sequence: 1, steps: {}, done: [], ignored: [] };
}

/** What an event does to the case beyond the step that it names. */
function turned(state: CaseState, event: Exclude<CaseEvent, Opened>): CaseState {
  switch (event.type) {
    case 'step-completed':
      return { ...withStep(state, event), done: [...state.done, event.step] };
    case 'step-refused': {
      const cause = causeOf(state) ?? { step: event.step, code: event.data.code };
      const after = withStep(state, event);
      return after.status === 'stalled' ? { ...after, cause } : { ...after, status: 'compensating', cause };
    }
    case 'step-requested':
    case 'step-started':
    case 'step-failed':
    case 'step-skipped':
    case 'step-recall-requested':
    case 'step-recalled':
    case 'step-recall-declined':
    case 'step-compensation-requested':
    case 'step-compensated':
      return withStep(state, event);
    case 'case-stalled':
      return { ...state, status: 'stalled' };
    case 'case-resumed': {
      const cause = causeOf(state);
      return cause ? { ...state, status: 'compensating', cause } : { ...state, status: 'running' };
    }
    case 'case-closed': {
      const { outcome, result } = event.data;
      return { ...state, status: 'closed', outcome, closedAt: event.at, ...(result && { result }) };
    }
    case 'ignored':
      return { ...state, ignored: [...state.ignored, ignoredKey(event.data)] };
    default:
      return event satisfies never;
  }
}

function withStep(state: CaseState, event: StepEvent): CaseState {
  const after = evolveStep(stepOf(state, event.step), event);
  if (!after) throw new BrokenHistory(`${event.type} cannot follow in step ${event.step} of case ${state.caseId}`);
  return { ...state, steps: { ...state.steps, [event.step]: after } };
}
