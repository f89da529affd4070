import { field } from '@hengtong/contracts';
import { z } from 'zod';

/** Shapes only: a number that does not check, or a base beyond its limits, is refused with its ground, by ../domain. */
const Employee = z.object({
  name: field(z.string().min(1).max(100), 'person.name', 'personal'),
  idNumber: field(z.string().min(1).max(64), 'person.id-number', 'personal'),
  contributionBase: field(z.number().positive(), 'employment.contribution-base', 'personal').describe('Yuan a month'),
});

export const RegisterInsurance = z.object({
  uscc: field(z.string().max(64), 'enterprise.uscc'),
  name: field(z.string().min(1).max(500), 'enterprise.name'),
  employees: field(z.array(Employee).max(1000), 'enterprise.employees', 'personal'),
});

export const InsuranceRegistration = z.object({
  socialInsuranceNumber: field(z.string().min(1).max(32), 'employer.social-insurance-number', 'internal').describe(
    'Division (6), serial (8), check digit (GB/T 17710)',
  ),
});
