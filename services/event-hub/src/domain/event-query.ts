import { slug, type EventFilter, messageType, divisionPrefix } from '@hengtong/contracts';
import { z } from 'zod';
import type { Wish } from './interest.ts';

/** What pull and stream take to say which events are wanted. */
export const EventQuery = z.object({
  types: z
    .string()
    .max(5_000)
    .transform((list) => list.split(','))
    .pipe(z.array(messageType).max(100))
    .optional()
    .describe('Types, joined by commas'),
  source: slug.optional().describe('The service that wrote it'),
  subject: z.uuid().toLowerCase().optional().describe('The case'),
  process: slug.optional(),
  department: slug.optional(),
  division: divisionPrefix.optional().describe('A division and all within it'),
  filter: z.string().min(1).max(1000).optional().describe('A condition in CEL over `event` and `data`'),
});
export type EventQuery = z.infer<typeof EventQuery>;

/** What a query wishes, in the words of subscriptions. */
export function wishOf({ types, source, subject, process, department, division, filter }: EventQuery): Wish {
  const exact = Object.entries({ process, department }).filter(([, value]) => value !== undefined) as [string, string][];
  const filters: EventFilter[] = [
    ...(exact.length > 0 ? [{ exact: Object.fromEntries(exact) }] : []),
    ...(division === undefined ? [] : [{ prefix: { division } }]),
    ...(filter === undefined ? [] : [{ cel: filter }]),
  ];
  return { types, source, subject, filters };
}
