import { creditCodeGround, staffListGround, type BaseLimits, type Employee, type Ground } from '@hengtong/national-standards';
import { monthlyDeposit, rateGround } from './deposit.ts';

export const employerHasAccount: Ground = {
  code: 'fund.already-open',
  law: '住房公积金管理条例 14',
  reason: 'The enterprise has a housing fund account already: report further employees under it.',
};

export interface Employer {
  readonly uscc: string;
  readonly employees: readonly Employee[];
}

export interface FundRules {
  /** Per cent. */
  readonly rate: number;
  /** Undefined where they are not known: then the base is not judged. */
  readonly limits: BaseLimits | undefined;
}

/**
 * Ground against an employer’s housing fund account. 住房公积金管理条例: article 14 has a new unit register within thirty days and open
 * its employees’ accounts, article 13 gives each employee one. `now` is RFC 3339.
 */
export const fundAccountGround = ({ uscc, employees }: Employer, { rate, limits }: FundRules, now: string): Ground | undefined =>
  creditCodeGround(uscc) ?? rateGround(rate) ?? staffListGround(employees, { onceLaw: '住房公积金管理条例 13', limits }, now);

/** The employees with what each side pays for them every month, in yuan. */
export const withDeposits = <E extends Employee>(employees: readonly E[], rate: number): (E & { monthlyDeposit: number })[] =>
  employees.map((employee) => ({ ...employee, monthlyDeposit: monthlyDeposit(employee.contributionBase, rate) }));
