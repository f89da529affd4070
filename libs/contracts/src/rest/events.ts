import { z } from 'zod';
import { Context } from '../envelope.ts';

/**
 * An event as it is handed out: a structured CloudEvent (CloudEvents 1.0, JSON Event Format 1.0.2). Types and attributes that are not
 * known stay as they are.
 */
export const CloudEvent = z.looseObject({
  specversion: z.literal('1.0'),
  ...Context.omit({ processversion: true, sequence: true }).shape,
  processversion: z.number().int().positive().optional(),
  sequence: z.number().int().positive().optional(),
  datacontenttype: z.literal('application/json'),
  data: z.unknown(),
});
export type CloudEvent = z.infer<typeof CloudEvent>;

/**
 * One page of the log. `next` is always there: it is where the next question begins, also when nothing has happened since, and whichever
 * way is read.
 */
export const EventPage = z.object({
  items: z.array(CloudEvent),
  next: z.string().describe('The cursor for `after`. The page holds all up to here that may be received and passes the filters'),
  head: z.string().optional().describe('With order=newest: the end of the log when the page was read, to go on from with `after`'),
  hasOlder: z
    .boolean()
    .optional()
    .describe('With order=newest: whether the log goes further back than this page. `next` is then for `before`'),
});
export type EventPage = z.infer<typeof EventPage>;

/** What of an event a filter can look at: its attributes are texts. */
const attributes = z
  .record(
    z.string().regex(/^[a-z0-9]{1,20}$/, 'must be the name of a CloudEvents attribute: lower-case letters and digits'),
    z.string().max(500),
  )
  .refine((given) => Object.keys(given).length > 0, 'must name at least one attribute');

/**
 * A filter in one of the dialects of the CloudEvents Subscriptions API 1.0 (§3.2.4), and `cel`: a condition in the Common Expression
 * Language over `event` (attributes by name) and `data`, that is true or false. A condition that fails for an event does not match it.
 */
export type EventFilter =
  | { exact: Record<string, string> }
  | { prefix: Record<string, string> }
  | { suffix: Record<string, string> }
  | { all: EventFilter[] }
  | { any: EventFilter[] }
  | { not: EventFilter }
  | { cel: string };
export const EventFilter: z.ZodType<EventFilter> = z.lazy(() =>
  z.union(
    [
      z.strictObject({ exact: attributes }),
      z.strictObject({ prefix: attributes }),
      z.strictObject({ suffix: attributes }),
      z.strictObject({ all: z.array(EventFilter).min(1).max(20) }),
      z.strictObject({ any: z.array(EventFilter).min(1).max(20) }),
      z.strictObject({ not: EventFilter }),
      z.strictObject({ cel: z.string().min(1).max(1000) }),
    ],
    'must be one of exact, prefix, suffix (attribute and value), all, any (lists of filters), not (a filter), cel (an expression)',
  ),
);
