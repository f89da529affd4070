import type { CaseEventType, CaseStatus, Mode, Outcome, StepStatus } from '@hengtong/contracts';
import type { Verb } from '@hengtong/saga-engine';

/** What becomes of an officer's step until it is taken in hand; from then on, and of software's at once; after it has failed. */
export type Phase = 'waiting' | 'working' | 'stalled';

/** A step that lies with its department. All times are milliseconds: since 1970, or as a span. */
export interface OpenStep {
  readonly status: Extract<StepStatus, 'requested' | 'in-progress' | 'failed' | 'compensating'>;
  readonly phase: Phase;
  readonly askedAt: number;
  readonly phaseSince: number;
  /** How long it has been in the phases that are over. Time after a failure is nobody's. */
  readonly waited: number;
  readonly worked: number;
}

/** What failed and has not been put right: which command of which step. */
export interface Failure {
  readonly step: string;
  readonly verb: Verb;
  readonly since: number;
  readonly error: string;
}

/** An open case as far as the overview needs it. */
export interface CaseFlow {
  readonly status: Exclude<CaseStatus, 'closed'>;
  readonly openedAt: number;
  /** When it last came further. */
  readonly progressAt: number;
  readonly isRefused: boolean;
  /** The oldest first; that one is the incident. */
  readonly failures: readonly Failure[];
  readonly steps: Readonly<Record<string, OpenStep>>;
}

/** What is counted for good. */
export type Count =
  | { readonly of: 'case'; readonly what: 'opened'; readonly at: number }
  | { readonly of: 'case'; readonly what: Outcome; readonly at: number; readonly took: number }
  | { readonly of: 'step'; readonly what: 'failed'; readonly step: string; readonly at: number }
  | {
      readonly of: 'step';
      readonly what: 'done' | 'refused';
      readonly step: string;
      readonly at: number;
      readonly waited: number;
      readonly worked: number;
    };

/** An event of a case, as far as it matters here. */
export interface FlowEvent {
  readonly type: CaseEventType;
  readonly step?: string | undefined;
  readonly at: number;
  readonly outcome?: Outcome | undefined;
  readonly error?: string | undefined;
  /** Of a failure: what was asked. */
  readonly verb?: Verb | undefined;
}

/** What an event makes of a case's flow, undefined once it is closed, and what is counted for it. */
export interface Followed {
  readonly flow: CaseFlow | undefined;
  readonly counts: readonly Count[];
}

/**
 * Follows a case by one event. Pure, and never fails: an event that fits nothing changes nothing.
 * @param modeOf whether a person or the department's software does the step
 */
export function follow(flow: CaseFlow | undefined, event: FlowEvent, modeOf: (step: string) => Mode): Followed {
  const { type, at } = event;
  if (type === 'case-opened') {
    const opened: CaseFlow = { status: 'running', openedAt: at, progressAt: at, isRefused: false, failures: [], steps: {} };
    return { flow: opened, counts: [{ of: 'case', what: 'opened', at }] };
  }
  if (!flow || type === 'ignored') return { flow, counts: [] };
  if (type === 'case-closed') {
    return { flow: undefined, counts: [{ of: 'case', what: event.outcome ?? 'granted', at, took: at - flow.openedAt }] };
  }
  if (type === 'case-stalled') return { flow: { ...flow, status: 'stalled' }, counts: [] };
  if (type === 'case-resumed')
    return { flow: { ...flow, status: flow.isRefused ? 'compensating' : 'running', progressAt: at }, counts: [] };
  return event.step === undefined ? { flow, counts: [] } : followStep(flow, { ...event, type, step: event.step }, modeOf);
}

type StepEvent = FlowEvent & { readonly type: Extract<CaseEventType, `step-${string}`>; readonly step: string };

function followStep(flow: CaseFlow, event: StepEvent, modeOf: (step: string) => Mode): Followed {
  const { step, at } = event;
  const here = flow.steps[step];
  const went: CaseFlow = { ...flow, progressAt: at };
  switch (event.type) {
    case 'step-requested':
      return only(lies(went, step, asked('requested', modeOf(step) === 'officer' ? 'waiting' : 'working', at)));
    case 'step-compensation-requested':
      return only(lies(went, step, asked('compensating', 'working', at)));
    case 'step-started':
      return only(here ? cleared(lies(went, step, started(here, at)), step, 'forward') : went);
    case 'step-completed':
      return answered(went, step, 'done', at);
    case 'step-refused': {
      const { status } = went;
      return answered({ ...went, isRefused: true, status: status === 'stalled' ? status : 'compensating' }, step, 'refused', at);
    }
    case 'step-failed':
      return failed(flow, event);
    case 'step-compensated':
      return only(cleared(gone(went, step), step, 'compensate'));
    case 'step-recalled':
      return only(cleared(cleared(gone(went, step), step, 'forward'), step, 'recall'));
    case 'step-recall-declined':
      return only(cleared(went, step, 'recall'));
    case 'step-recall-requested':
    case 'step-skipped':
      return only(went);
    default:
      return event.type satisfies never;
  }
}

const only = (flow: CaseFlow): Followed => ({ flow, counts: [] });

const asked = (status: OpenStep['status'], phase: Phase, at: number): OpenStep => ({
  status,
  phase,
  askedAt: at,
  phaseSince: at,
  waited: 0,
  worked: 0,
});

/** Books the phase that ends now. */
function booked(step: OpenStep, phase: Phase, at: number): OpenStep {
  const span = Math.max(0, at - step.phaseSince);
  return {
    ...step,
    phase,
    phaseSince: at,
    waited: step.waited + (step.phase === 'waiting' ? span : 0),
    worked: step.worked + (step.phase === 'working' ? span : 0),
  };
}

/** All up to the moment at which somebody first takes it in hand was waiting, whoever was to do it by the definition. */
function started(step: OpenStep, at: number): OpenStep {
  const now: OpenStep = { ...booked(step, 'working', at), status: 'in-progress' };
  return step.status === 'requested' ? { ...now, waited: now.waited + now.worked, worked: 0 } : now;
}

function answered(flow: CaseFlow, step: string, what: 'done' | 'refused', at: number): Followed {
  const here = flow.steps[step];
  const after = cleared(gone(flow, step), step, 'forward');
  if (!here) return only(after);
  const { waited, worked } = booked(here, 'working', at);
  return { flow: after, counts: [{ of: 'step', what, step, at, waited, worked }] };
}

/** A step whose own condition failed was never asked of its department: it lies there, and is not counted against it. */
function failed(flow: CaseFlow, { step, at, error = '', verb = 'forward' }: StepEvent): Followed {
  const failures = [...cleared(flow, step, verb).failures, { step, verb, since: at, error }];
  const noted: CaseFlow = { ...flow, failures };
  if (verb === 'recall') return only(noted);
  const here = flow.steps[step];
  const stalled: OpenStep = { ...(here ? booked(here, 'stalled', at) : asked('failed', 'stalled', at)), status: 'failed' };
  return { flow: lies(noted, step, stalled), counts: here ? [{ of: 'step', what: 'failed', step, at }] : [] };
}

const lies = (flow: CaseFlow, step: string, open: OpenStep): CaseFlow => ({ ...flow, steps: { ...flow.steps, [step]: open } });

function gone(flow: CaseFlow, step: string): CaseFlow {
  const { [step]: _, ...steps } = flow.steps;
  return { ...flow, steps };
}

const cleared = (flow: CaseFlow, step: string, verb: Verb): CaseFlow => ({
  ...flow,
  failures: flow.failures.filter((failure) => failure.step !== step || failure.verb !== verb),
});
