import { z } from 'zod';
import { Actor } from '../access.ts';
import { messageType } from '../envelope.ts';
import { instant, slug } from '../fields.ts';
import { keepable } from '../keepable.ts';
import { EventFilter } from './events.ts';

export const delivery = z.enum(['webhook', 'sse', 'pull']);
export type Delivery = z.infer<typeof delivery>;

/** `whsec_` and the base64 of 24 to 64 bytes (Standard Webhooks, “Signature scheme”). */
export const webhookSecret = z
  .string()
  .regex(/^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/, 'must be whsec_ and the base64 of 24 to 64 bytes')
  .refine((secret) => {
    const { length } = Buffer.from(secret.slice('whsec_'.length), 'base64');
    return length >= 24 && length <= 64;
  }, 'must be the base64 of 24 to 64 bytes');

const wish = {
  types: z.array(messageType).min(1).max(100).optional().describe('Only of these types. Default: of all that are granted'),
  source: slug.optional().describe('Only of this service'),
  filters: z.array(EventFilter).max(20).optional().describe('All of them must hold'),
  projection: z
    .array(z.string().min(1).max(100))
    .min(1)
    .max(100)
    .optional()
    .describe('Names of the fields of `data` that are delivered. Default: all'),
  sink: z.string().min(1).max(2000).optional().describe('Where a webhook is called: an address by https'),
  ordered: z.boolean().optional().describe('Of a webhook: an event of a case waits until the one before it was taken. Default false'),
  ratePerSecond: z.number().int().min(1).max(10_000).optional().describe('Of a webhook: calls a second at the most. Default: none'),
  description: z.string().max(500).optional(),
};

/** Where the delivery of a new subscription begins. */
export const subscriptionStart = z.union(
  [z.literal('now'), z.strictObject({ time: instant }), z.strictObject({ cursor: z.string().max(200) })],
  'must be "now", { "time": … } or { "cursor": … }',
);

/** After the CloudEvents Subscriptions API 1.0; what it calls `config` stands beside the rest. */
export const CreateSubscription = keepable(
  z.strictObject({
    ...wish,
    agency: slug.optional().describe('For whom. An agency subscribes for itself and leaves it out; an operator says it'),
    delivery: delivery.describe('webhook: events come to `sink`. sse, pull: the subscriber fetches them, and this keeps what is wished'),
    protocol: z.literal('HTTP').optional().describe('The one protocol that there is'),
    secret: webhookSecret.optional().describe('Of a webhook: what its calls are signed with. Default: one is made'),
    start: subscriptionStart.optional().describe('Default now'),
  }),
);
export type CreateSubscription = z.infer<typeof CreateSubscription>;

/** What is left out stays; null takes away. Only what is wished can be changed, not how it is delivered. */
export const ChangeSubscription = keepable(
  z.strictObject({
    types: wish.types.nullable(),
    source: wish.source.nullable(),
    filters: wish.filters.nullable(),
    projection: wish.projection.nullable(),
    sink: wish.sink,
    ordered: wish.ordered,
    ratePerSecond: wish.ratePerSecond.nullable(),
    description: wish.description.nullable(),
    status: z.enum(['active', 'paused']).optional().describe('active also brings back one that was disabled'),
  }),
);
export type ChangeSubscription = z.infer<typeof ChangeSubscription>;

/**
 * unverified: the sink has not agreed yet (CloudEvents HTTP Webhook 1.0.1 §4); paused: by the subscriber; disabled: by the hub, because
 * nothing could be delivered for too long; ended: for good.
 */
export const subscriptionStatus = z.enum(['unverified', 'active', 'paused', 'disabled', 'ended']);
export type SubscriptionStatus = z.infer<typeof subscriptionStatus>;

export const Subscription = z.object({
  id: z.uuid(),
  subscriber: slug.describe('The agency'),
  delivery,
  protocol: z.literal('HTTP'),
  status: subscriptionStatus,
  statusReason: z.string().optional(),
  types: z.array(messageType).optional(),
  source: slug.optional(),
  filters: z.array(EventFilter).optional(),
  projection: z.array(z.string()).optional(),
  sink: z.string().optional(),
  ordered: z.boolean(),
  ratePerSecond: z.number().positive().optional(),
  description: z.string().optional(),
  secret: z.string().optional().describe('Shown once: in the answer that made it'),
  progress: z.object({
    cursor: z.string().describe('All before it has been delivered, or confirmed'),
    behind: z
      .number()
      .int()
      .optional()
      .describe('For operators and publishers: positions of the log between it and the newest event, whoever they are for'),
  }),
  deliveredAt: instant.optional().describe('Of a webhook: when an event was last taken'),
  failingSince: instant.optional().describe('Of a webhook: since when nothing was taken, though it was tried'),
  createdBy: Actor,
  createdAt: instant,
  updatedBy: Actor.optional().describe('Who has changed it last, if anybody has'),
  updatedAt: instant,
  version: z.number().int().describe('Stands in the ETag; send it back in If-Match'),
});
export type Subscription = z.infer<typeof Subscription>;

/** All up to the cursor has arrived: it is not handed out again. */
export const Confirm = z.strictObject({ cursor: z.string().max(200) });
export type Confirm = z.infer<typeof Confirm>;

export const RotateSecret = z.strictObject({ secret: webhookSecret.optional().describe('Default: one is made') });
export type RotateSecret = z.infer<typeof RotateSecret>;
