import type { Refusal, Values } from './case-event.ts';

/** Whether the request was called back. `answered` covers both answers where the step itself has gone on. */
export type Recall = { readonly status: 'asked' | 'answered' } | { readonly status: 'failed'; readonly error: string };

interface Asked {
  readonly requestedAt: string;
  readonly recall?: Recall;
}
interface Done extends Asked {
  readonly completedAt: string;
  /** What the definition lists of the answer. */
  readonly output: Values;
}
interface Failed {
  readonly status: 'failed';
  readonly error: string;
}

/** A step that waits has no state yet. `phase` says what failed: to judge its condition, to do it, to undo it. */
export type StepState =
  | { readonly status: 'skipped' }
  | (Asked & { readonly status: 'requested' | 'in-progress' })
  | (Asked & { readonly status: 'recalled' })
  | (Asked & { readonly status: 'refused'; readonly refusal: Refusal })
  | (Done & { readonly status: 'completed' | 'compensated' })
  | (Done & { readonly status: 'compensating' })
  | (Failed & { readonly phase: 'condition' })
  | (Failed & Asked & { readonly phase: 'forward' })
  | (Failed & Done & { readonly phase: 'compensate' });

type Maybe = StepState | undefined;
type Open = Extract<StepState, { status: 'requested' | 'in-progress' } | { phase: 'forward' }>;
type Undoing = Extract<StepState, { status: 'compensating' } | { phase: 'compensate' }>;

/** Asked, and not answered for good: a failure is no answer, because nobody knows what was done. */
export const isOpen = (step: Maybe): step is Open =>
  step?.status === 'requested' || step?.status === 'in-progress' || (step?.status === 'failed' && step.phase === 'forward');

/** Asked to be undone, and not answered for good. */
export const isUndoing = (step: Maybe): step is Undoing =>
  step?.status === 'compensating' || (step?.status === 'failed' && step.phase === 'compensate');

/** The recall of a step, if it was called back. */
export const recallOf = (step: Maybe): Recall | undefined => (step && 'recall' in step ? step.recall : undefined);

/** Called back, and not answered for good. */
export const isBeingRecalled = (step: Maybe): boolean => ['asked', 'failed'].includes(recallOf(step)?.status ?? '');

/** Over, in a way that lets the steps after it start. */
export const isOver = (step: Maybe): boolean => step?.status === 'completed' || step?.status === 'skipped';

/** Whether the case still waits for an answer about this step. */
export const isOutstanding = (step: Maybe): boolean => isOpen(step) || isUndoing(step) || isBeingRecalled(step);

/** Whether something about this step failed and has not been put right. */
export const hasFailed = (step: Maybe): boolean => step?.status === 'failed' || recallOf(step)?.status === 'failed';
