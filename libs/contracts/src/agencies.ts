import { z } from 'zod';
import { bilingual } from './bilingual.ts';
import { sharingFaults } from './events/event-types.ts';
import { EventDescription } from './events/event-type.ts';
import { slug } from './fields.ts';
import { messageType } from './envelope.ts';

/** One entry of `catalogue/agencies.yaml`: an agency that publishes, and what. */
export const AgencyEntry = z
  .strictObject({
    agency: slug,
    title: bilingual,
    events: z.record(messageType, EventDescription).describe('What it tells of, by type'),
  })
  .check(({ value, issues }) => {
    for (const [type, { schema, sharing }] of Object.entries(value.events)) {
      for (const message of sharingFaults(schema, sharing)) issues.push({ code: 'custom', path: ['events', type], message, input: value });
    }
  });
export type AgencyEntry = z.infer<typeof AgencyEntry>;

/** All of them. */
export const AgencyList = z.array(AgencyEntry);
