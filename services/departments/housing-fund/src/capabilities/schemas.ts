import { field } from '@hengtong/contracts';
import { z } from 'zod';

/** Shapes only: a number that does not check, or a base or rate beyond its limits, is refused with its ground, by ../domain. */
const Employee = z.object({
  name: field(z.string().min(1).max(100), 'person.name', 'personal'),
  idNumber: field(z.string().min(1).max(64), 'person.id-number', 'personal'),
  contributionBase: field(z.number().positive(), 'employment.contribution-base', 'personal').describe('Yuan a month'),
});

export const OpenFundAccount = z.object({
  uscc: field(z.string().max(64), 'enterprise.uscc'),
  name: field(z.string().min(1).max(500), 'enterprise.name'),
  employees: field(z.array(Employee).max(1000), 'enterprise.employees', 'personal'),
  rate: field(z.number().optional(), 'employer.fund-rate', 'internal').describe(
    'Per cent that employer and employee each pay; default 5, the lowest',
  ),
});

export const FundAccountOpened = z.object({
  fundAccount: field(z.string().min(1).max(32), 'employer.fund-account', 'internal').describe(
    'Division (6), serial (8), check digit (GB/T 17710)',
  ),
});
