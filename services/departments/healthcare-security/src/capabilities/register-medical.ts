import { capability, completed, recordsBy, refused } from '@hengtong/department-kit';
import { contributionBaseLimits, serialNumber } from '@hengtong/national-standards';
import { employerCovered, medicalGround } from '../domain/medical-account.ts';
import { medicalRegistered } from '../events.ts';
import { MedicalRegistration, RegisterMedical } from './schemas.ts';

const ACCOUNT = 'medical-insurance-account';
const accountsOf = recordsBy(ACCOUNT, 'uscc');

export const registerMedical = capability('employer.register-medical', {
  title: { zh: '医疗保险登记', en: 'Register an employer for medical insurance' },
  input: RegisterMedical,
  output: MedicalRegistration,
  compensation: { name: 'employer.cancel-medical', title: { zh: '注销医疗保险登记', en: 'Cancel the medical insurance registration' } },

  async handle({ input, decided, division, now, load, nextNumber, issue }) {
    const { uscc, employees } = input;
    const limits = contributionBaseLimits(division);
    const ground = medicalGround(input, limits, now);
    if (ground) return refused(ground.code, ground);
    // Asked together: a refusal leaves a gap in the serials, and a round trip is saved.
    const [accounts, serial] = await Promise.all([load(accountsOf, uscc), nextNumber('medical_insurance_serials')]);
    if (accounts.length > 0) return refused(employerCovered.code, employerCovered);

    const medicalInsuranceNumber = decided.medicalInsuranceNumber ?? serialNumber(division, serial);
    issue({ type: ACCOUNT, id: medicalInsuranceNumber, data: { ...input, medicalInsuranceNumber, baseLimits: limits ?? 'unknown' } });
    return completed({ medicalInsuranceNumber }, medicalRegistered({ uscc, medicalInsuranceNumber, employees: employees.length }));
  },
});
