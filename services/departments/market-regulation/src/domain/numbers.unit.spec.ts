import { isSerialNumber, isUnifiedSocialCreditCode } from '@hengtong/national-standards';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { creditCode, HIGHEST_LICENCE_SERIAL, licenceNumberOf } from './numbers.ts';

test('the numbers of an enterprise check, and name the division that registered it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: HIGHEST_LICENCE_SERIAL }), (serial) => {
      const [uscc, licenceNumber] = [creditCode('330106', serial), licenceNumberOf('330106', serial)];
      expect(isUnifiedSocialCreditCode(uscc)).toBe(true);
      expect(isSerialNumber(licenceNumber)).toBe(true);
      expect([uscc.slice(0, 8), licenceNumber.slice(0, 6)]).toEqual(['91330106', '330106']);
    }),
  );
});

test('a serial that belongs to foreign-funded enterprises is not given to a domestic one', () => {
  expect(() => licenceNumberOf('330106', HIGHEST_LICENCE_SERIAL + 1)).toThrow(RangeError);
});
