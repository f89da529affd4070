import { field } from '@hengtong/contracts';
import { z } from 'zod';
import { eventType } from './event-type.ts';

/** A record stands no longer in force; it stays where it is, with its cause. Every department tells of it. */
export const recordVoided = eventType(
  'gov.hengtong.record.voided.v1',
  z.object({
    recordType: field(z.string(), 'record.type').meta({ title: '记录类型', description: 'As in /v1/records/{type}/{id}' }),
    recordId: field(z.string(), 'record.id', 'internal').meta({
      title: '记录编号',
      description: 'A number that not everybody may know, such as that of a seal',
    }),
    cause: field(z.string(), 'refusal.code').meta({ title: '原因代码', description: 'Of the refusal in the case that made it necessary' }),
  }),
  {
    title: { zh: '记录已失效', en: 'Record voided' },
    description: {
      zh: '部门撤销了此前办理的步骤，所作记录不再有效，但仍予保存。每条记录发送一次。',
      en: 'The department has undone a step, and a record of it is no longer in force; it is kept. Sent once for each record.',
    },
    sharing: 'conditional',
    example: { recordType: 'seal', recordId: '3301060000017', cause: 'tax.arrears' },
  },
);
