import { z } from 'zod';
import { field } from '../fields.ts';
import { EVERY_SERVICE, eventsOf } from './event-type.ts';

export const DeadLetterRecorded = z.object({
  deadLetter: field(z.uuid(), 'dead-letter.id').meta({
    title: '死信编号',
    description: 'Under /v1/dead-letters of the service that wrote this',
  }),
  topic: field(z.string(), 'dead-letter.topic').meta({ title: '来源主题', description: 'Where the message lay' }),
  code: field(z.string(), 'dead-letter.code').meta({ title: '原因代码', description: 'Stable: message.breaks-schema, for one' }),
});
export type DeadLetterRecorded = z.infer<typeof DeadLetterRecorded>;
export const deadLetterRecordedType = 'gov.hengtong.dead-letter.recorded.v1';

/** Announced by the service that could not take a message. Bytes and reason stay in its database. */
export const deadLetterRecorded = eventsOf(EVERY_SERVICE, 'technical')(deadLetterRecordedType, DeadLetterRecorded, {
  title: { zh: '死信已登记', en: 'Dead letter recorded' },
  description: {
    zh: '某服务无法处理一条消息，已登记备查。仅供运维。',
    en: 'A service could not take a message and has set it aside. Sent by that service, for operators.',
  },
  sharing: 'none',
  example: { deadLetter: '01a20c80-2a3b-7c4d-8e5f-6a7b8c9d0e1f', topic: 'ht.replies.taxation', code: 'message.breaks-schema' },
});
