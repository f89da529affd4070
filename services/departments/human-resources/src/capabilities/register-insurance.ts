import { capability, completed, recordsBy, refused } from '@hengtong/department-kit';
import { contributionBaseLimits, serialNumber } from '@hengtong/national-standards';
import { employerInsured, insuranceGround } from '../domain/insurance-account.ts';
import { insuranceRegistered } from '../events.ts';
import { InsuranceRegistration, RegisterInsurance } from './schemas.ts';

const ACCOUNT = 'social-insurance-account';
const accountsOf = recordsBy(ACCOUNT, 'uscc');

export const registerInsurance = capability('employer.register-insurance', {
  title: { zh: '社会保险登记', en: 'Register an employer for social insurance' },
  input: RegisterInsurance,
  output: InsuranceRegistration,
  compensation: { name: 'employer.cancel-insurance', title: { zh: '注销社会保险登记', en: 'Cancel the social insurance registration' } },

  async handle({ input, decided, division, now, load, nextNumber, issue }) {
    const { uscc, employees } = input;
    const limits = contributionBaseLimits(division);
    const ground = insuranceGround(input, limits, now);
    if (ground) return refused(ground.code, ground);
    // Asked together: a refusal leaves a gap in the serials, and a round trip is saved.
    const [accounts, serial] = await Promise.all([load(accountsOf, uscc), nextNumber('social_insurance_serials')]);
    if (accounts.length > 0) return refused(employerInsured.code, employerInsured);

    const socialInsuranceNumber = decided.socialInsuranceNumber ?? serialNumber(division, serial);
    issue({ type: ACCOUNT, id: socialInsuranceNumber, data: { ...input, socialInsuranceNumber, baseLimits: limits ?? 'unknown' } });
    return completed({ socialInsuranceNumber }, insuranceRegistered({ uscc, socialInsuranceNumber, employees: employees.length }));
  },
});
