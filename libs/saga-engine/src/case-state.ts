import type { Applicant, Outcome } from '@hengtong/contracts';
import type { Values } from './case-event.ts';
import type { StepState } from './step-state.ts';

/** Of the shape of `CaseState`. A stored state of another version is thrown away and folded again from its events. */
export const ENGINE_VERSION = 1;

/** The refusal that turned the case round. */
export interface Cause {
  readonly step: string;
  readonly code: string;
}

/** Where a case stands. While it is `stalled`, `cause` tells whether it was on its way back. */
type Course =
  | { readonly status: 'running' }
  | { readonly status: 'compensating'; readonly cause: Cause }
  | { readonly status: 'stalled'; readonly cause?: Cause }
  | { readonly status: 'closed'; readonly outcome: Outcome; readonly closedAt: string; readonly cause?: Cause; readonly result?: Values };

/** All that the engine knows of a case: plain JSON, always equal to the fold of its events. */
export type CaseState = Course & {
  readonly engine: typeof ENGINE_VERSION;
  readonly caseId: string;
  readonly code: string;
  readonly division: string;
  readonly applicant: Applicant;
  readonly input: Values;
  readonly openedAt: string;
  readonly updatedAt: string;
  /** How many events there are; the number of the last one. */
  readonly sequence: number;
  readonly steps: Readonly<Record<string, StepState>>;
  /** Completed steps in the order of their `step-completed` events. */
  readonly done: readonly string[];
  /** What was ignored already, `<reason> <command key>`: each is recorded once. */
  readonly ignored: readonly string[];
};

/** The state of a step, undefined while it waits. A name like `constructor` is a step like any other. */
export const stepOf = (state: CaseState, step: string): StepState | undefined =>
  Object.hasOwn(state.steps, step) ? state.steps[step] : undefined;

/** The refusal that turned the case round; undefined while it goes forward. */
export const causeOf = (state: CaseState): Cause | undefined => ('cause' in state ? state.cause : undefined);
