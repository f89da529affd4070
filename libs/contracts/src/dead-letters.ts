import { z } from 'zod';

/** Announced by the service that could not take a message. Bytes and reason stay in its database. */
export const DeadLetterRecorded = z.object({
  deadLetter: z.uuid().meta({ item: 'dead-letter.id', sensitivity: 'public' }),
  topic: z.string().meta({ item: 'dead-letter.topic', sensitivity: 'public' }),
  code: z.string().meta({ item: 'dead-letter.code', sensitivity: 'public' }),
});
export type DeadLetterRecorded = z.infer<typeof DeadLetterRecorded>;
export const deadLetterRecordedType = 'gov.hengtong.dead-letter.recorded.v1';
