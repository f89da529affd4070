import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CODE_ALPHABET, isOrganisationCode, organisationCode } from './organisation-code.ts';
import { ENTERPRISE, isUnifiedSocialCreditCode, MARKET_REGULATION, unifiedSocialCreditCode } from './unified-social-credit-code.ts';

const enterpriseCode = (serial: number): string =>
  unifiedSocialCreditCode({
    authority: MARKET_REGULATION,
    category: ENTERPRISE,
    division: '330106',
    organisationCode: organisationCode(serial),
  });

const serial = fc.integer({ min: 1, max: 31 ** 6 - 1 });

// The first is the example of GB 32100-2015; the others stand on the licences of two well-known enterprises.
test.each(['91350100M000100Y43', '91440300708461136T', '914403001922038216'])('%s is a unified social credit code', (code) => {
  expect(isUnifiedSocialCreditCode(code)).toBe(true);
});

test.each([
  ['91350100M000100Y4Z', 'a letter that the standard leaves out'],
  ['91350100M000100Y44', 'a wrong check character'],
  ['91350100M000100Y4', 'a character too few'],
  ['91350100m000100y43', 'small letters'],
  ['', 'nothing'],
])('%p is none: %s', (code) => {
  expect(isUnifiedSocialCreditCode(code)).toBe(false);
});

test('a check character that agrees does not excuse an organisation code that does not', () => {
  const wrong = unifiedSocialCreditCode({ authority: '9', category: '1', division: '350100', organisationCode: 'M000100Y5' });
  expect(isUnifiedSocialCreditCode(wrong)).toBe(false);
});

test('every serial gives a code that checks twice, and each its own', () => {
  fc.assert(
    fc.property(serial, serial, (one, other) => {
      expect(isOrganisationCode(organisationCode(one))).toBe(true);
      expect(isUnifiedSocialCreditCode(enterpriseCode(one))).toBe(true);
      expect(enterpriseCode(one) === enterpriseCode(other)).toBe(one === other);
    }),
  );
});

test('a single wrong character is always found', () => {
  fc.assert(
    fc.property(serial, fc.nat(17), fc.constantFrom(...CODE_ALPHABET.split('')), (number, at, character) => {
      const right = enterpriseCode(number);
      fc.pre(right.charAt(at) !== character);
      expect(isUnifiedSocialCreditCode(right.slice(0, at) + character + right.slice(at + 1))).toBe(false);
    }),
  );
});

test.each([0, 31 ** 6, 0.5])('%d is no serial of an organisation code', (number) => {
  expect(() => organisationCode(number)).toThrow(RangeError);
});
