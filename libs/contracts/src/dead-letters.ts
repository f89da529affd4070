import { z } from 'zod';
import { field } from './fields.ts';

/** Announced by the service that could not take a message. Bytes and reason stay in its database. */
export const DeadLetterRecorded = z.object({
  deadLetter: field(z.uuid(), 'dead-letter.id'),
  topic: field(z.string(), 'dead-letter.topic'),
  code: field(z.string(), 'dead-letter.code'),
});
export type DeadLetterRecorded = z.infer<typeof DeadLetterRecorded>;
export const deadLetterRecordedType = 'gov.hengtong.dead-letter.recorded.v1';
