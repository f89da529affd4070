import { field } from '@hengtong/contracts';
import { eventType } from '@hengtong/department-kit';
import { z } from 'zod';

/** An employer has a social insurance account; how many are insured, not who. */
export const insuranceRegistered = eventType(
  'gov.hengtong.social-insurance.registered.v1',
  z.object({
    uscc: field(z.string(), 'enterprise.uscc'),
    socialInsuranceNumber: field(z.string(), 'employer.social-insurance-number', 'internal'),
    employees: field(z.number().int(), 'enterprise.employee-count', 'internal'),
  }),
);
