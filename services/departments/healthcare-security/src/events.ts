import { field } from '@hengtong/contracts';
import { eventType } from '@hengtong/department-kit';
import { z } from 'zod';

/** An employer has a medical insurance account; how many are insured, not who. */
export const medicalRegistered = eventType(
  'gov.hengtong.medical-insurance.registered.v1',
  z.object({
    uscc: field(z.string(), 'enterprise.uscc'),
    medicalInsuranceNumber: field(z.string(), 'employer.medical-insurance-number', 'internal'),
    employees: field(z.number().int(), 'enterprise.employee-count', 'internal'),
  }),
);
