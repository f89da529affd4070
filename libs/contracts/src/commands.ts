import { z } from 'zod';
import { authorityDivision, division, level } from './division.ts';
import { commandKey, field, slug } from './fields.ts';

/** Whether the department's software or a person decides. */
export const mode = field(z.enum(['automatic', 'officer']), 'step.mode');
export type Mode = z.infer<typeof mode>;

const about = {
  capability: field(z.string().min(1), 'step.capability'),
  division: authorityDivision.describe('The division of the authority that is asked, resolved by level'),
  level,
};

const cause = z
  .object({ step: field(slug, 'case.step'), code: field(z.string(), 'refusal.code') })
  .describe('The refusal that made it necessary');

/** Do this step. `input` holds the fields that the definition maps into it, and no others. */
export const StepRequested = z.object({
  ...about,
  mode,
  caseDivision: division,
  input: field(z.record(z.string(), z.unknown()), 'step.input', 'personal').describe(
    'Checked against the capability’s own schema by the department',
  ),
});
export type StepRequested = z.infer<typeof StepRequested>;

/** Undo what the step did: an administrative act of its own, which voids what stands. */
export const StepCompensationRequested = z.object({
  ...about,
  compensates: commandKey.describe('The command key of the request that is undone'),
  cause,
});
export type StepCompensationRequested = z.infer<typeof StepCompensationRequested>;

/** Give the work item back if nobody has claimed it yet. Always answered: recalled, or recall declined. */
export const StepRecallRequested = z.object({
  ...about,
  recalls: commandKey.describe('The command key of the request that is called back'),
  cause,
});
export type StepRecallRequested = z.infer<typeof StepRecallRequested>;

export const commandTypes = {
  stepRequested: 'gov.hengtong.step.requested.v1',
  stepCompensationRequested: 'gov.hengtong.step.compensation-requested.v1',
  stepRecallRequested: 'gov.hengtong.step.recall-requested.v1',
} as const;
