import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isSerialNumber, serialNumber } from './serial-number.ts';

test('a number has division, serial and a check digit', () => {
  expect(serialNumber('330106', 42)).toMatch(/^33010600000042\d$/);
});

test('every serial gives a number that checks, and each its own', () => {
  const serial = fc.integer({ min: 1, max: 99_999_999 });
  fc.assert(
    fc.property(serial, serial, (one, other) => {
      expect(isSerialNumber(serialNumber('330106', one))).toBe(true);
      expect(serialNumber('330106', one) === serialNumber('330106', other)).toBe(one === other);
    }),
  );
});

test.each([0, -1, 1.5, 100_000_000])('%d is no serial', (serial) => {
  expect(() => serialNumber('330106', serial)).toThrow(RangeError);
});

test.each(['', '33010600000042', '33010600000042X'])('%p is no such number', (number) => {
  expect(isSerialNumber(number)).toBe(false);
});
