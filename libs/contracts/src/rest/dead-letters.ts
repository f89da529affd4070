import { z } from 'zod';
import { Actor } from '../access.ts';
import { instant } from '../fields.ts';
import { keepable } from '../keepable.ts';

export const deadLetterStatus = z.enum(['waiting', 'redriven', 'discarded']);

/** A message that could not be taken. Its body may hold personal values: `DisclosedDeadLetter` has it in clear. */
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
  bytes: z.number().int().describe('How long the body is'),
  structure: z
    .unknown()
    .optional()
    .describe('The body with `***` in the place of every value; absent in lists, and where the body is no JSON'),
  recordedAt: instant,
  settledAt: instant.optional(),
  settledBecause: z.string().optional(),
  settledBy: Actor.optional(),
});
export type DeadLetter = z.infer<typeof DeadLetter>;

/** The same with its body, for one who has said why, which is recorded. */
export const DisclosedDeadLetter = DeadLetter.extend({
  body: z.string().describe('The bytes as UTF-8, or `base64:` and their base64 where they are none'),
});
export type DisclosedDeadLetter = z.infer<typeof DisclosedDeadLetter>;

const reason = z.string().min(3).max(2000);

export const DiscardDeadLetter = keepable(z.strictObject({ reason }));
export type DiscardDeadLetter = z.infer<typeof DiscardDeadLetter>;

export const DiscloseDeadLetter = keepable(z.strictObject({ reason: reason.describe('Why the personal values must be seen') }));
export type DiscloseDeadLetter = z.infer<typeof DiscloseDeadLetter>;

/** That somebody has seen a body in clear. */
export const DeadLetterDisclosure = z.object({ id: z.uuid(), by: Actor, reason: z.string(), at: instant });
export type DeadLetterDisclosure = z.infer<typeof DeadLetterDisclosure>;

/** Which dead letters are meant: those to which all of it applies. */
export const DeadLetterFilter = keepable(
  z.strictObject({
    topic: z.string().max(300).optional(),
    code: z.string().max(300).optional(),
    caseId: z.uuid().optional(),
    q: z.string().min(1).max(200).optional().describe('Stands somewhere in the reason, in capitals or not'),
  }),
);
export type DeadLetterFilter = z.infer<typeof DeadLetterFilter>;

/** How many of one kind there are. */
export const DeadLetterCount = z.object({
  status: deadLetterStatus,
  topic: z.string(),
  code: z.string(),
  count: z.number().int().positive(),
  oldest: instant.describe('When the first of them was recorded'),
});
export type DeadLetterCount = z.infer<typeof DeadLetterCount>;

/** The most that are settled by one request, the oldest first. */
export const SETTLED_AT_ONCE = 1_000;

const Matching = z.strictObject({
  filter: DeadLetterFilter.describe('Of those that wait'),
  count: z.number().int().min(1).describe('How many wait under this filter, as last seen: if that has changed, nothing is done'),
});

export const RedriveDeadLetters = Matching;
export type RedriveDeadLetters = z.infer<typeof RedriveDeadLetters>;

export const DiscardDeadLetters = keepable(Matching.extend({ reason }));
export type DiscardDeadLetters = z.infer<typeof DiscardDeadLetters>;

/** What became of many: each was settled by itself, so that one which failed kept no other from it. */
export const SettledDeadLetters = z.object({
  done: z.number().int(),
  failed: z.array(z.object({ id: z.uuid(), detail: z.string() })),
  remaining: z.number().int().describe(`How many were not tried, beyond the ${SETTLED_AT_ONCE} of one request`),
});
export type SettledDeadLetters = z.infer<typeof SettledDeadLetters>;
