import { field } from '@hengtong/contracts';
import { eventType } from '@hengtong/department-kit';
import { z } from 'zod';

/** The seal of an enterprise is on file and may be engraved. */
export const sealFiled = eventType(
  'gov.hengtong.seal.filed.v1',
  z.object({
    uscc: field(z.string(), 'enterprise.uscc'),
    sealNumber: field(z.string(), 'seal.number', 'internal'),
  }),
);
