import { z } from 'zod';
import { Actor } from '../access.ts';
import { Applicant } from '../applicant.ts';
import { outcome } from '../events/case-events.ts';
import { authorityDivision, division } from '../division.ts';
import { instant, slug } from '../fields.ts';
import { keepable } from '../keepable.ts';

export const caseStatus = z.enum(['running', 'suspended', 'compensating', 'stalled', 'closed']);
export type CaseStatus = z.infer<typeof caseStatus>;

export const stepStatus = z.enum([
  'waiting',
  'requested',
  'in-progress',
  'suspended',
  'completed',
  'refused',
  'failed',
  'skipped',
  'recalled',
  'compensating',
  'compensated',
]);
export type StepStatus = z.infer<typeof stepStatus>;

/** What stands in the place of a personal value that the caller does not see. */
export const MASKED = '***';

/** An application, as a department's system or the portal hands it in. */
export const OpenCase = keepable(
  z.strictObject({
    process: slug.describe('Which process: the newest version in force is taken'),
    division: division.describe('Where it is applied for'),
    applicant: Applicant,
    input: z.record(z.string(), z.unknown()).describe('The one form; its fields stand in the process definition'),
  }),
);
export type OpenCase = z.infer<typeof OpenCase>;

export const Step = z.object({
  status: stepStatus,
  department: slug,
  division: authorityDivision,
  capability: z.string(),
  mode: z.enum(['automatic', 'officer']),
  requestedAt: instant.optional(),
  startedAt: instant.optional().describe('When somebody took it in hand'),
  startedBy: Actor.optional().describe('Who has it in hand, or had'),
  completedAt: instant.optional(),
  output: z.record(z.string(), z.unknown()).optional(),
  refusal: z.object({ code: z.string(), law: z.string().optional(), reason: z.string().optional() }).optional(),
  error: z.string().optional(),
});
export type Step = z.infer<typeof Step>;

/** Why a case stalls, until that is put right. */
export const Incident = z.object({ step: slug, since: instant, error: z.string().optional() });
export type Incident = z.infer<typeof Incident>;

export const Case = z.object({
  id: z.uuid(),
  code: z.string().describe('Readable, with a check character'),
  process: slug,
  version: z.number().int(),
  division,
  status: caseStatus,
  outcome: outcome.optional(),
  applicant: Applicant.partial().describe('Who may see a part of the case only sees what that part needs'),
  input: z.record(z.string(), z.unknown()),
  steps: z.record(z.string(), Step),
  result: z.record(z.string(), z.unknown()).optional(),
  openedAt: instant,
  updatedAt: instant,
  closedAt: instant.optional(),
  incident: Incident.optional().describe('Of a stalled case: what holds it up'),
  traceId: z.string().optional().describe('The trace of the request that opened it (W3C Trace Context); absent of older cases'),
  masked: z.boolean().optional().describe('Personal values stand as *** for this caller'),
  disclosedUntil: instant.optional().describe('Until when this caller sees personal values in clear'),
});
export type Case = z.infer<typeof Case>;

/** A step that lies with a department now. */
export const StepNow = z.object({
  step: slug,
  department: slug,
  status: stepStatus,
  since: instant.describe('When the department was asked'),
});
export type StepNow = z.infer<typeof StepNow>;

/** A line of the list; the whole case is at its address. */
export const CaseSummary = Case.pick({
  id: true,
  code: true,
  process: true,
  version: true,
  division: true,
  status: true,
  outcome: true,
  openedAt: true,
  updatedAt: true,
  closedAt: true,
}).extend({
  reference: z.string().optional().describe('What the applicant calls it'),
  now: z.array(StepNow).describe('Where it lies, as far as the caller may see; a second or two behind'),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

export const CaseEvent = z.object({
  sequence: z.number().int().positive(),
  type: z.string(),
  at: instant,
  step: slug.optional(),
  data: z.record(z.string(), z.unknown()),
  causationId: z.string().optional(),
  actor: Actor.describe('Who did it'),
});
export type CaseEvent = z.infer<typeof CaseEvent>;

/** Why an operator has to see personal values of a case. */
export const DiscloseCase = keepable(z.strictObject({ reason: z.string().trim().min(3).max(500) }));
export type DiscloseCase = z.infer<typeof DiscloseCase>;

/** That somebody was let see personal values of a case: when, until when, why. It is kept for good. */
export const Disclosure = z.object({ id: z.uuid(), caseId: z.uuid(), by: Actor, reason: z.string(), at: instant, until: instant });
export type Disclosure = z.infer<typeof Disclosure>;
