import { z } from 'zod';
import { commandKey, field, slug } from './fields.ts';

const code = field(z.string(), 'case.code');

export const outcome = z.enum(['granted', 'refused', 'withdrawn', 'cancelled']);
export type Outcome = z.infer<typeof outcome>;

/** The steps that are asked for because of it, in order: they have no event of their own, since nothing else ever lets a step be asked. */
const asks = field(z.array(slug).optional(), 'case.step');

/**
 * What the orchestrator tells the world of a case, on `ht.events.orchestrator`: that something happened, never a value.
 * The case, its process, step, department and division stand in the context.
 */
export const caseEvents = {
  'case-opened': { type: 'gov.hengtong.case.opened.v1', schema: z.object({ code, asks }) },
  'step-requested': { type: 'gov.hengtong.case-step.requested.v1', schema: z.object({ commandKey }) },
  'step-started': { type: 'gov.hengtong.case-step.started.v1', schema: z.object({ commandKey }) },
  'step-completed': { type: 'gov.hengtong.case-step.completed.v1', schema: z.object({ commandKey, asks }) },
  'step-refused': {
    type: 'gov.hengtong.case-step.refused.v1',
    schema: z.object({ commandKey, code: field(z.string(), 'refusal.code'), law: field(z.string().optional(), 'refusal.law') }),
  },
  'step-failed': { type: 'gov.hengtong.case-step.failed.v1', schema: z.object({ commandKey }) },
  'step-skipped': { type: 'gov.hengtong.case-step.skipped.v1', schema: z.object({ asks }) },
  'step-recall-requested': { type: 'gov.hengtong.case-step.recall-requested.v1', schema: z.object({ commandKey }) },
  'step-recalled': { type: 'gov.hengtong.case-step.recalled.v1', schema: z.object({ commandKey }) },
  'step-recall-declined': { type: 'gov.hengtong.case-step.recall-declined.v1', schema: z.object({ commandKey }) },
  'step-compensation-requested': { type: 'gov.hengtong.case-step.compensation-requested.v1', schema: z.object({ commandKey }) },
  'step-compensated': { type: 'gov.hengtong.case-step.compensated.v1', schema: z.object({ commandKey }) },
  'case-stalled': { type: 'gov.hengtong.case.stalled.v1', schema: z.object({ step: field(slug, 'case.step') }) },
  'case-resumed': { type: 'gov.hengtong.case.resumed.v1', schema: z.object({ asks }) },
  'case-closed': { type: 'gov.hengtong.case.closed.v1', schema: z.object({ code, outcome: field(outcome, 'case.outcome') }) },
  ignored: {
    type: 'gov.hengtong.case.reply-ignored.v1',
    schema: z.object({ reason: field(z.string(), 'ignored.reason'), commandKey: commandKey.optional() }),
  },
} as const;
export type CaseEventType = keyof typeof caseEvents;
