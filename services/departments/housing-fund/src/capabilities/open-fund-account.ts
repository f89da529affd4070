import { capability, completed, recordsBy, refused } from '@hengtong/department-kit';
import { serialNumber } from '@hengtong/national-standards';
import { fundBaseLimits } from '../domain/base-limits.ts';
import { LOWEST_RATE } from '../domain/deposit.ts';
import { employerHasAccount, fundAccountGround, withDeposits } from '../domain/fund-account.ts';
import { fundAccountOpened } from '../events.ts';
import { FundAccountOpened, OpenFundAccount } from './schemas.ts';

const accountsOf = recordsBy('fund-account', 'uscc');

export const openFundAccount = capability('employer.open-fund-account', {
  title: { zh: '住房公积金缴存登记', en: 'Open the housing fund account of an employer' },
  input: OpenFundAccount,
  output: FundAccountOpened,
  compensation: {
    name: 'employer.close-fund-account',
    title: { zh: '注销住房公积金账户', en: 'Close the housing fund account of an employer' },
  },

  async handle({ input, decided, division, now, load, nextNumber, issue }) {
    const { uscc, employees, rate = LOWEST_RATE } = input;
    const limits = fundBaseLimits(division);
    const ground = fundAccountGround(input, { rate, limits }, now);
    if (ground) return refused(ground.code, ground);
    // Asked together: a refusal leaves a gap in the serials, and a round trip is saved.
    const [accounts, serial] = await Promise.all([load(accountsOf, uscc), nextNumber('fund_account_serials')]);
    if (accounts.length > 0) return refused(employerHasAccount.code, employerHasAccount);

    const fundAccount = decided.fundAccount ?? serialNumber(division, serial);
    const data = { ...input, fundAccount, rate, employees: withDeposits(employees, rate), baseLimits: limits ?? 'unknown' };
    issue({ type: 'fund-account', id: fundAccount, data });
    return completed({ fundAccount }, fundAccountOpened({ uscc, fundAccount, employees: employees.length }));
  },
});
