import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contributionBaseLimits } from './contribution-base.ts';
import { creditCodeGround } from './ground.ts';
import { residentIdentityNumber } from './resident-identity-number.ts';
import { staffListGround, type Employee } from './staff-list.ts';

const now = '2026-11-24T09:00:00Z';
const rules = { onceLaw: 'a law', limits: { lower: 5000, upper: 25_000, law: 'another law' } };
const employee = (serial: number, contributionBase = 8000): Employee => ({
  name: '李四',
  idNumber: residentIdentityNumber(`33010619900101${String(serial).padStart(3, '0')}`),
  contributionBase,
});
const codeOf = (...employees: Employee[]): string | undefined => staffListGround(employees, rules, now)?.code;

describe('a list of employees', () => {
  test('may be empty', () => expect(codeOf()).toBeUndefined());

  test('may not hold an identity number that does not check, and the ground says whose but not which', () => {
    const wrong = { ...employee(2), idNumber: '330106199001010020' };
    const ground = staffListGround([employee(1), wrong], rules, now);
    expect(ground).toMatchObject({ code: 'identity.number-invalid', reason: expect.stringContaining('employee 2') });
    expect(ground?.reason).not.toContain(wrong.idNumber);
  });

  test('may not hold the same person twice', () => expect(codeOf(employee(1), employee(2), employee(1))).toBe('staff.duplicate'));

  test.each([5000, 25_000])('may have a base at its limit: %d', (base) => expect(codeOf(employee(1, base))).toBeUndefined());
  test.each([4999.99, 25_000.01])('may not have a base beyond: %d', (base) =>
    expect(codeOf(employee(1, base))).toBe('staff.base-out-of-limits'),
  );

  test('is not judged by its bases where no limits are known', () => {
    expect(staffListGround([employee(1, 1)], { ...rules, limits: undefined }, now)).toBeUndefined();
  });

  test('is refused in any order if it is refused in one', () => {
    const list = fc.array(fc.tuple(fc.nat(9), fc.constantFrom(4000, 8000, 30_000)), { maxLength: 6 });
    fc.assert(
      fc.property(list, (pairs) => {
        const employees = pairs.map(([serial, base]) => employee(serial, base));
        expect(codeOf(...employees.toReversed()) === undefined).toBe(codeOf(...employees) === undefined);
      }),
    );
  });
});

test('limits are 60 % and 300 % of the average wage of the province', () => {
  expect(contributionBaseLimits('330106')).toMatchObject({ lower: 5059.8, upper: 25_299 });
});

test('a province without a figure has no limits', () => {
  expect(contributionBaseLimits('540102')).toBeUndefined();
});

test('a unified social credit code that does not check is a ground', () => {
  expect(creditCodeGround('91350100M000100Y43')).toBeUndefined();
  expect(creditCodeGround('91350100M000100Y44')?.code).toBe('enterprise.uscc-invalid');
});
