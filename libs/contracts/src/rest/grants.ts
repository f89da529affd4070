import { z } from 'zod';
import { Actor } from '../access.ts';
import { divisionPrefix } from '../division.ts';
import { messageType } from '../envelope.ts';
import { instant, slug } from '../fields.ts';
import { keepable } from '../keepable.ts';

/** What an agency asks to receive. */
export const AskGrant = keepable(
  z.strictObject({
    agency: slug.optional().describe('For whom. An agency asks for itself and leaves it out; an operator says it'),
    types: z.array(messageType).min(1).max(100).describe('Types of events, as GET /v1/event-types lists them'),
    processes: z.array(slug).min(1).max(100).optional().describe('Only of these processes. Default: of all'),
    divisions: z.array(divisionPrefix).min(1).max(100).optional().describe('Only of cases within these divisions. Default: everywhere'),
    purpose: z.string().min(5).max(1000).describe('What the agency needs them for'),
    until: instant.describe('When it ends; at most five years from now'),
  }),
);
export type AskGrant = z.infer<typeof AskGrant>;

export const grantedTypeStatus = z.enum(['waiting', 'granted', 'declined']);

/** The right of an agency to receive events of some types, of some processes and divisions, for one purpose, until a moment. */
export const Grant = z.object({
  id: z.uuid(),
  agency: slug,
  types: z.array(
    z.object({
      type: messageType,
      status: grantedTypeStatus.describe('A type that its owner shares on condition waits for that owner'),
      owner: slug.describe('The service that writes it'),
      decidedBy: Actor.optional(),
      decidedAt: instant.optional(),
      reason: z.string().optional(),
    }),
  ),
  processes: z.array(slug).optional(),
  divisions: z.array(divisionPrefix).optional(),
  purpose: z.string(),
  until: instant,
  status: z.enum(['active', 'ended']),
  askedBy: Actor,
  askedAt: instant,
  endedAt: instant.optional(),
  endedBecause: z.string().optional(),
  endedBy: Actor.optional(),
});
export type Grant = z.infer<typeof Grant>;

export const DecideGrant = keepable(
  z.strictObject({
    types: z.array(messageType).min(1).max(100),
    decision: z.enum(['granted', 'declined']),
    reason: z.string().min(3).max(1000).optional(),
  }),
);
export type DecideGrant = z.infer<typeof DecideGrant>;

export const EndGrant = keepable(z.strictObject({ reason: z.string().min(3).max(1000) }));
export type EndGrant = z.infer<typeof EndGrant>;
