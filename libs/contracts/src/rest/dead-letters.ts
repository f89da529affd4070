import { z } from 'zod';
import { Actor } from '../access.ts';
import { instant } from '../fields.ts';
import { keepable } from '../keepable.ts';

export const deadLetterStatus = z.enum(['waiting', 'redriven', 'discarded']);

/** A message that could not be taken. */
export const DeadLetter = z.object({
  id: z.uuid(),
  bus: z.string(),
  topic: z.string(),
  partition: z.number().int(),
  offset: z.string(),
  status: deadLetterStatus,
  code: z.string(),
  reason: z.string(),
  caseId: z.uuid().optional(),
  step: z.string().optional(),
  headers: z.record(z.string(), z.string()),
  body: z.string().describe('The bytes as UTF-8, or `base64:` and their base64 where they are none'),
  recordedAt: instant,
  settledAt: instant.optional(),
  settledBecause: z.string().optional(),
  settledBy: Actor.optional(),
});
export type DeadLetter = z.infer<typeof DeadLetter>;

export const DiscardDeadLetter = keepable(z.strictObject({ reason: z.string().min(3).max(2000) }));
export type DiscardDeadLetter = z.infer<typeof DiscardDeadLetter>;
