import { z } from 'zod';
import { authorityDivision } from '../division.ts';
import { slug, uuidv7 } from '../fields.ts';
import { keepable } from '../keepable.ts';

/** An event of one's own that is to be published. */
export const PublishEvent = keepable(
  z.strictObject({
    type: z.string().min(1).max(200).describe('One of those that the catalogue has of this department'),
    subject: z.uuid().describe('The case that it is about; of what belongs to no case, a UUID of its own'),
    process: slug.optional().describe('The process of that case: whoever may have events of it alone gets this one by it'),
    division: authorityDivision.optional().describe('Where it happened'),
    data: z.record(z.string(), z.unknown()).describe('As the catalogue describes it, and no other field'),
  }),
);
export type PublishEvent = z.infer<typeof PublishEvent>;

/** It is written, and will be published. */
export const PublishedEvent = z.object({ id: uuidv7.describe('The id under which every reader gets it') });
export type PublishedEvent = z.infer<typeof PublishedEvent>;
