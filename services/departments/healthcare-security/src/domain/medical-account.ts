import { creditCodeGround, staffListGround, type BaseLimits, type Employee, type Ground } from '@hengtong/national-standards';

export const employerCovered: Ground = {
  code: 'medical.already-registered',
  law: '社会保险法 57',
  reason: 'The enterprise has a medical insurance account already: report further employees under it.',
};

export interface Employer {
  readonly uscc: string;
  readonly employees: readonly Employee[];
}

/**
 * Ground against an employer’s medical insurance account: its code, or its list of employees. 社会保险法, article 23, has employer and
 * employee pay together, on the same bases as the other branches; nobody is insured twice (关于加强和改进基本医疗保险参保工作的指导意见,
 * 医保发〔2020〕33号, part 2, unverified).
 */
export const medicalGround = ({ uscc, employees }: Employer, limits: BaseLimits | undefined, now: string): Ground | undefined =>
  creditCodeGround(uscc) ?? staffListGround(employees, { onceLaw: '医保发〔2020〕33号 二', limits }, now);
