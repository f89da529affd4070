import { field } from '@hengtong/contracts';
import { eventType } from '@hengtong/department-kit';
import { z } from 'zod';

/** An employer has a housing fund account; for how many it pays, not for whom. */
export const fundAccountOpened = eventType(
  'gov.hengtong.fund-account.opened.v1',
  z.object({
    uscc: field(z.string(), 'enterprise.uscc'),
    fundAccount: field(z.string(), 'employer.fund-account', 'internal'),
    employees: field(z.number().int(), 'enterprise.employee-count', 'internal'),
  }),
);
