import {
  replyTypes,
  StepCompensated,
  StepCompleted,
  StepFailed,
  StepRecallDeclined,
  StepRecalled,
  StepRefused,
  StepStarted,
  type Applicant,
} from '@hengtong/contracts';
import type { Values } from './case-event.ts';

/** An application that was accepted. Its input has been checked against the form already. */
export interface OpenCaseInput {
  readonly type: 'open-case';
  readonly caseId: string;
  readonly code: string;
  readonly division: string;
  readonly applicant: Applicant;
  readonly input: Values;
}

/** From whom a reply came, as its topic says, and what it answers, as its context says. */
export interface ReplyContext {
  readonly step: string;
  readonly department: string;
  readonly commandKey: string;
}

/** What a department answered. */
export type ReplyInput = ReplyContext &
  (
    | ({ readonly type: 'step-completed' } & Readonly<StepCompleted>)
    | ({ readonly type: 'step-refused' } & Readonly<StepRefused>)
    | ({ readonly type: 'step-failed' } & Readonly<StepFailed>)
    | ({ readonly type: 'step-started' } & Readonly<StepStarted>)
    | { readonly type: 'step-compensated' }
    | { readonly type: 'step-recalled' }
    | ({ readonly type: 'step-recall-declined' } & Readonly<StepRecallDeclined>)
  );

export type CaseInput = OpenCaseInput | ReplyInput;

/**
 * Makes an input of a reply's type and data; undefined for a type that is no reply.
 * @throws {z.ZodError} if the data breaks the schema of its type
 */
export function replyToInput(type: string, data: unknown, { step, department, commandKey }: ReplyContext): ReplyInput | undefined {
  const context = { step, department, commandKey };
  switch (type) {
    case replyTypes.stepCompleted:
      return { ...StepCompleted.parse(data), ...context, type: 'step-completed' };
    case replyTypes.stepRefused:
      return { ...StepRefused.parse(data), ...context, type: 'step-refused' };
    case replyTypes.stepFailed:
      return { ...StepFailed.parse(data), ...context, type: 'step-failed' };
    case replyTypes.stepStarted:
      return { ...StepStarted.parse(data), ...context, type: 'step-started' };
    case replyTypes.stepCompensated:
      return { ...StepCompensated.parse(data), ...context, type: 'step-compensated' };
    case replyTypes.stepRecalled:
      return { ...StepRecalled.parse(data), ...context, type: 'step-recalled' };
    case replyTypes.stepRecallDeclined:
      return { ...StepRecallDeclined.parse(data), ...context, type: 'step-recall-declined' };
    default:
      return undefined;
  }
}
