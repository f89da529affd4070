import type { Applicant, CaseEventType, Outcome } from '@hengtong/contracts';
import type { IgnoredReason } from './ignored.ts';

/** Values as they travel: anything that JSON can hold, by name. */
export type Values = Readonly<Record<string, unknown>>;

/** Why a department lawfully said no. */
export interface Refusal {
  readonly code: string;
  readonly law?: string | undefined;
  readonly reason?: string | undefined;
}

interface Keyed {
  readonly commandKey: string;
}

/** What each event of a case holds. Values stand here and in the case's own database, never on `ht.events.*`: see `publicEvent`. */
interface EventData {
  'case-opened': { caseId: string; code: string; process: string; version: number; division: string; applicant: Applicant; input: Values };
  'step-requested': Keyed;
  'step-started': Keyed & { workItem: string };
  /** `output` holds what the definition lists, and nothing else of the answer. */
  'step-completed': Keyed & { output: Values };
  'step-refused': Keyed & Refusal;
  /** `commandKey` is that of the command that failed, or that could not be made because the step's condition has no answer. */
  'step-failed': Keyed & { error: string; deadLetter?: string | undefined };
  'step-skipped': Readonly<Record<never, never>>;
  'step-recall-requested': Keyed;
  'step-recalled': Keyed;
  'step-recall-declined': Keyed & { because: string };
  'step-compensation-requested': Keyed;
  'step-compensated': Keyed;
  'case-stalled': { step: string };
  'case-resumed': Readonly<Record<never, never>>;
  'case-closed': { code: string; outcome: Outcome; result?: Values };
  ignored: { reason: IgnoredReason; reply: string; department?: string; commandKey?: string };
}

type StepEventType = Extract<CaseEventType, `step-${string}`>;

/**
 * What happened to a case. Events are numbered from 1 without a gap by their place; `at` is RFC 3339. The union has exactly the types
 * of the contracts: one more there does not compile here.
 */
export type CaseEvent = {
  readonly [T in CaseEventType]: {
    readonly type: T;
    readonly at: string;
    readonly data: Readonly<EventData[T]>;
  } & (T extends StepEventType ? { readonly step: string } : { readonly step?: string });
}[CaseEventType];
