import { ageOf, creditCodeGround, staffListGround, type BaseLimits, type Employee, type Ground } from '@hengtong/national-standards';

export const employerInsured: Ground = {
  code: 'insurance.already-registered',
  law: '社会保险法 57',
  reason: 'The enterprise has a social insurance account already: report further employees under it.',
};

export interface Employer {
  readonly uscc: string;
  readonly employees: readonly Employee[];
}

/** 劳动法, article 15: who is younger may not be hired (but for art, sport and special crafts, by approval). */
const WORKING_AGE = 16;

/**
 * Ground against an employer’s social insurance account: its code, or its list of employees. 社会保险法, article 57, has an employer
 * register within thirty days of its founding, and article 58 register its employees, each under one number, the identity number.
 * `limits` are those of the contribution base, undefined where they are not known; `now` is RFC 3339.
 */
export const insuranceGround = ({ uscc, employees }: Employer, limits: BaseLimits | undefined, now: string): Ground | undefined =>
  creditCodeGround(uscc) ?? staffListGround(employees, { onceLaw: '社会保险法 58', limits }, now) ?? workingAgeGround(employees, now);

function workingAgeGround(employees: readonly Employee[], now: string): Ground | undefined {
  const child = employees.findIndex(({ idNumber }) => ageOf(idNumber, now) < WORKING_AGE);
  if (child < 0) return undefined;
  return { code: 'staff.under-age', law: '劳动法 15', reason: `Employee ${child + 1} is younger than ${WORKING_AGE} years.` };
}
