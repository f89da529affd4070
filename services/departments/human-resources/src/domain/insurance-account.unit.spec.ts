import { residentIdentityNumber, type Employee } from '@hengtong/national-standards';
import { expect, test } from '@jest/globals';
import { insuranceGround } from './insurance-account.ts';

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
  ['no employee yet', uscc, []],
  ['two employees', uscc, [ada, employee('19910101')]],
])('%s: in order', (_what, code, employees) => {
  expect(insuranceGround({ uscc: code, employees }, limits, now)).toBeUndefined();
});

test.each([
  ['a credit code that does not check', '91350100M000100Y44', [ada], { code: 'enterprise.uscc-invalid' }],
  ['one employee twice', uscc, [ada, ada], { code: 'staff.duplicate', law: '社会保险法 58' }],
  ['a base beyond the limits', uscc, [employee('19900101', 4999)], { code: 'staff.base-out-of-limits', law: 'a law' }],
])('%s: a ground in law', (_what, code, employees, ground) => {
  expect(insuranceGround({ uscc: code, employees }, limits, now)).toMatchObject(ground);
});

test('nobody is insured who may not work yet', () => {
  expect(insuranceGround({ uscc, employees: [employee('20101124')] }, limits, now)).toBeUndefined();
  expect(insuranceGround({ uscc, employees: [ada, employee('20101125')] }, limits, now)).toMatchObject({
    code: 'staff.under-age',
    law: '劳动法 15',
    reason: expect.stringContaining('Employee 2'),
  });
});
