import { z } from 'zod';
import { Actor } from '../access.ts';
import { messageType } from '../envelope.ts';
import { instant } from '../fields.ts';

export const deliveryStatus = z.enum(['pending', 'delivered', 'failed', 'cancelled']);

/** One try to call a webhook. */
export const Attempt = z.object({
  number: z.number().int().positive(),
  at: instant,
  status: z.number().int().optional().describe('The HTTP status of the answer'),
  error: z.string().optional().describe('Why there is none: refused-address, timeout, dns, tls, closed and others'),
  durationMs: z.number().min(0),
  body: z.string().optional().describe('How the answer began'),
});

/** An event for a subscription by webhook. */
export const DeliveryRecord = z.object({
  id: z.uuid(),
  cursor: z.string().describe('Where the event is in the log'),
  eventId: z.string().describe('Also the webhook-id, at each attempt the same'),
  caseId: z.string(),
  status: deliveryStatus,
  attempts: z.number().int(),
  createdAt: instant,
  dueAt: instant.optional().describe('When it is tried next'),
  settledAt: instant.optional(),
  replayId: z.uuid().optional(),
  attempted: z.array(Attempt).optional().describe('Only of a single delivery that is asked for'),
});
export type DeliveryRecord = z.infer<typeof DeliveryRecord>;

/** A call that is made to see whether it arrives; it is kept nowhere. */
export const TestSend = z.strictObject({
  type: messageType.optional().describe('Whose example is sent. Default: gov.hengtong.case.closed.v1'),
});
export type TestSend = z.infer<typeof TestSend>;

/** What came of one call. */
export const Posted = Attempt.omit({ number: true, at: true });
export type Posted = z.infer<typeof Posted>;

export const Recover = z.strictObject({
  since: instant.describe('Deliveries that were made from then on, and have failed, are made again'),
});
export type Recover = z.infer<typeof Recover>;
export const Recovered = z.object({ deliveries: z.number().int().min(0) });

/** What is to be sent once more. */
export const CreateReplay = z.strictObject({
  after: z.string().max(200).optional().describe('A cursor: what lies behind it. This or `since`'),
  since: instant.optional().describe('What happened from then on'),
  until: instant.optional().describe('What happened before then. Default: now'),
  caseId: z.uuid().optional().describe('Only of this case'),
  only: z.enum(['all', 'failed']).optional().describe('failed: only what could not be delivered. Default all'),
  ratePerSecond: z.number().int().min(1).max(1_000).optional().describe('Default 100'),
});
export type CreateReplay = z.infer<typeof CreateReplay>;

export const Replay = z.object({
  id: z.uuid(),
  subscription: z.uuid(),
  status: z.enum(['running', 'done', 'cancelled']),
  only: z.enum(['all', 'failed']),
  caseId: z.uuid().optional(),
  ratePerSecond: z.number().int(),
  progress: z.object({
    from: z.string(),
    at: z.string(),
    until: z.string(),
    percent: z.number().min(0).max(100),
    deliveries: z.number().int().describe('Made so far; each is marked webhook-replay'),
  }),
  createdBy: Actor,
  createdAt: instant,
  endedAt: instant.optional(),
});
export type Replay = z.infer<typeof Replay>;
