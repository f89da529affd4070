import { z } from 'zod';
import { eventType } from './answers.ts';

const open = (item: string) => z.string().meta({ item, sensitivity: 'public' });

/** A record stands no longer in force; it stays where it is, with its cause. */
export const recordVoided = eventType(
  'gov.hengtong.record.voided.v1',
  z.object({ recordType: open('record.type'), recordId: open('record.id'), cause: open('refusal.code') }),
);
