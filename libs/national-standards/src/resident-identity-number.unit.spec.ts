import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ageOf, identityNumberFault, residentIdentityNumber } from './resident-identity-number.ts';

const now = '2026-11-24T09:00:00Z';
const fault = (number: string): string | undefined => identityNumberFault(number, now);

test('the example of GB 11643-1999 is a valid number', () => {
  expect(fault('11010519491231002X')).toBeUndefined();
});

test.each([
  ['', 'shape'],
  ['110105491231002', 'shape'],
  ['11010519491231002x', 'shape'],
  ['01010519491231002X', 'shape'],
  [residentIdentityNumber('99010519491231002'), 'division'],
  [residentIdentityNumber('11010519490231002'), 'birth-date'],
  [residentIdentityNumber('11010519491331002'), 'birth-date'],
  [residentIdentityNumber('11010517491231002'), 'birth-date'],
  [residentIdentityNumber('11010520261126002'), 'birth-date'],
  ['110105194912310021', 'check-character'],
])('%p has a wrong %s', (number, expected) => {
  expect(fault(number)).toBe(expected);
});

test('29 February is a birthday in leap years alone', () => {
  expect(fault(residentIdentityNumber('33010620000229001'))).toBeUndefined();
  expect(fault(residentIdentityNumber('33010619000229001'))).toBe('birth-date');
});

test('who was born today in China may have been born tomorrow in UTC', () => {
  const newborn = residentIdentityNumber('33010620261125001');
  expect(identityNumberFault(newborn, '2026-11-24T16:00:00Z')).toBeUndefined();
  expect(identityNumberFault(newborn, '2026-11-24T15:59:59Z')).toBe('birth-date');
});

test('a number of a real division and day is valid, and no other last character is', () => {
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2026-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(
      fc.constantFrom('110105', '330106', '440305', '810000'),
      day,
      fc.integer({ min: 0, max: 999 }),
      (division, born, serial) => {
        const number = residentIdentityNumber(
          division + born.toISOString().slice(0, 10).replaceAll('-', '') + String(serial).padStart(3, '0'),
        );
        const valid = '0123456789X'.split('').filter((last) => fault(number.slice(0, -1) + last) === undefined);
        expect(valid).toEqual([number.at(-1)]);
      },
    ),
  );
});

test.each([
  ['20081124', 18],
  ['20081125', 17],
  ['20080229', 18],
  ['20261124', 0],
])('who was born on %s is %d', (birth, age) => {
  expect(ageOf(residentIdentityNumber(`330106${birth}001`), now)).toBe(age);
});
