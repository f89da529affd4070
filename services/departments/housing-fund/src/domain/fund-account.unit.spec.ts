import { residentIdentityNumber, type Employee } from '@hengtong/national-standards';
import { expect, test } from '@jest/globals';
import { fundAccountGround, withDeposits } from './fund-account.ts';

const now = '2026-11-24T09:00:00Z';
const uscc = '91350100M000100Y43';
const limits = { lower: 5000, upper: 25_000, law: 'a law' };
const employee = (born: string, contributionBase = 8000): Employee => ({
  name: '李四',
  idNumber: residentIdentityNumber(`330106${born}001`),
  contributionBase,
});
const ada = employee('19900101');

test.each([
  ['no employee yet', 5, []],
  ['two employees at the highest rate', 12, [ada, employee('19910101')]],
])('%s: in order', (_what, rate, employees) => {
  expect(fundAccountGround({ uscc, employees }, { rate, limits }, now)).toBeUndefined();
});

test.each([
  ['a credit code that does not check', { uscc: '91350100M000100Y44', employees: [ada] }, 5, { code: 'enterprise.uscc-invalid' }],
  ['one employee twice', { uscc, employees: [ada, ada] }, 5, { code: 'staff.duplicate', law: '住房公积金管理条例 13' }],
  ['a base beyond the limits', { uscc, employees: [employee('19900101', 4999)] }, 5, { code: 'staff.base-out-of-limits', law: 'a law' }],
  ['a rate above the highest', { uscc, employees: [ada] }, 13, { code: 'fund.rate-out-of-limits' }],
])('%s: a ground in law', (_what, employer, rate, ground) => {
  expect(fundAccountGround(employer, { rate, limits }, now)).toMatchObject(ground);
});

test('each employee is entered with what is paid every month', () => {
  expect(withDeposits([ada], 5)).toEqual([{ ...ada, monthlyDeposit: 400 }]);
});
