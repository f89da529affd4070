import { z } from 'zod';
import { Actor } from './access.ts';
import { field } from './fields.ts';

/** Who decided, where that was not the department's software alone. */
const actor = field(Actor.optional(), 'actor', 'internal');

/** Replies of a department. Which command is answered stands in the context: `subject`, `step`, `commandkey`. */

export const StepCompleted = z.object({
  output: field(z.record(z.string(), z.unknown()), 'step.output', 'personal').describe('What the capability promises by its output schema'),
  actor,
});
export type StepCompleted = z.infer<typeof StepCompleted>;

/** A lawful no. Nothing of the step is in force afterwards. */
export const StepRefused = z.object({
  code: z
    .string()
    .regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/, 'must be like tax.arrears')
    .meta({ item: 'refusal.code', sensitivity: 'public' }),
  law: z.string().optional().meta({ item: 'refusal.law', sensitivity: 'public' }).describe('Instrument and article'),
  reason: field(z.string().max(2000).optional(), 'refusal.reason', 'personal'),
  actor,
});
export type StepRefused = z.infer<typeof StepRefused>;

/** It could not be done for a reason that has nothing to do with the law; an operator is needed. */
export const StepFailed = z.object({
  error: field(z.string().max(2000), 'failure.reason', 'internal'),
  deadLetter: field(z.string().optional(), 'dead-letter.id', 'internal'),
});
export type StepFailed = z.infer<typeof StepFailed>;

/** An officer has claimed the work item. */
export const StepStarted = z.object({ workItem: field(z.uuid(), 'work-item.id', 'internal'), actor });
export type StepStarted = z.infer<typeof StepStarted>;

/** What the step did is void. */
export const StepCompensated = z.object({});
export type StepCompensated = z.infer<typeof StepCompensated>;

/** The work item is taken back; nothing was done. */
export const StepRecalled = z.object({});
export type StepRecalled = z.infer<typeof StepRecalled>;

/** Too late: somebody has it in hand, or it is done. The reply to the step itself follows, or has gone already. */
export const StepRecallDeclined = z.object({ because: field(z.enum(['claimed', 'answered', 'unknown']), 'recall.declined-because') });
export type StepRecallDeclined = z.infer<typeof StepRecallDeclined>;

export const replyTypes = {
  stepCompleted: 'gov.hengtong.step.completed.v1',
  stepRefused: 'gov.hengtong.step.refused.v1',
  stepFailed: 'gov.hengtong.step.failed.v1',
  stepStarted: 'gov.hengtong.step.started.v1',
  stepCompensated: 'gov.hengtong.step.compensated.v1',
  stepRecalled: 'gov.hengtong.step.recalled.v1',
  stepRecallDeclined: 'gov.hengtong.step.recall-declined.v1',
} as const;
