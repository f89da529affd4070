import { z } from 'zod';
import { Actor } from '../access.ts';
import { authorityDivision, level } from '../division.ts';
import { instant, slug } from '../fields.ts';
import { keepable } from '../keepable.ts';

export const workItemStatus = z.enum(['waiting', 'claimed', 'completed', 'refused', 'recalled']);
export type WorkItemStatus = z.infer<typeof workItemStatus>;

/** A step that waits for a person, or for another system, to finish it. */
export const WorkItem = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  step: slug,
  capability: z.string(),
  status: workItemStatus,
  division: authorityDivision,
  level,
  input: z.record(z.string(), z.unknown()),
  output: z.record(z.string(), z.unknown()).optional(),
  claimedBy: z.string().optional(),
  actedBy: Actor.optional().describe('Who did the last thing to it'),
  version: z.number().int().describe('Stands in the ETag; send it back in If-Match'),
  createdAt: instant,
  updatedAt: instant,
});
export type WorkItem = z.infer<typeof WorkItem>;

export const ClaimWorkItem = keepable(
  z.strictObject({
    by: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .describe('The officer for whom a system takes it in hand. Who calls for themselves leaves it out'),
  }),
);
export type ClaimWorkItem = z.infer<typeof ClaimWorkItem>;

/** `output` may give what was decided elsewhere (a number from another system); what is left out, the department’s software fills in. */
export const CompleteWorkItem = keepable(
  z.strictObject({ output: z.record(z.string(), z.unknown()).optional(), remark: z.string().max(2000).optional() }),
);
export type CompleteWorkItem = z.infer<typeof CompleteWorkItem>;

export const RefuseWorkItem = keepable(
  z.strictObject({
    code: z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/, 'must be like seal.documents-incomplete'),
    law: z.string().min(1).max(300).describe('Instrument and article: a refusal needs its ground'),
    reason: z.string().min(1).max(2000),
  }),
);
export type RefuseWorkItem = z.infer<typeof RefuseWorkItem>;
