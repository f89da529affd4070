import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkCharacter, isCaseCode, newCaseCode } from './case-code.ts';

test('a new code is right by its own check character', () => {
  expect(isCaseCode(newCaseCode('2026-11-24T08:00:00.000Z'))).toBe(true);
});

test('the example of ISO/IEC 7064 has the check character that the standard gives it', () => {
  expect(checkCharacter('A12425GABC1234002')).toBe('M');
});

const ALPHABET = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ');

/** Codes of one day, their serials drawn by the test. */
const code = fc
  .array(fc.constantFrom(...ALPHABET), { minLength: 8, maxLength: 8 })
  .map((serial) => serial.join(''))
  .map((serial) => `HT-20261124-${serial}-${checkCharacter(`20261124${serial}`)}`);

test('every wrong character is seen', () => {
  fc.assert(
    fc.property(code, fc.integer({ min: 12, max: 19 }), fc.constantFrom(...ALPHABET), (right, at, other) => {
      expect(isCaseCode(right.slice(0, at) + other + right.slice(at + 1))).toBe(right[at] === other);
    }),
  );
});

test('of all swaps of two neighbours, 99 in 100 are seen', () => {
  const pairs = ALPHABET.flatMap((a) => ALPHABET.map((b) => [a, b] as const)).filter(([a, b]) => a !== b);
  const swaps = ALPHABET.flatMap((before) => pairs.map(([a, b]) => [`${before}${a}${b}`, `${before}${b}${a}`] as const));
  const seen = swaps.filter(([right, swapped]) => checkCharacter(right) !== checkCharacter(swapped));
  expect(seen.length / swaps.length).toBeGreaterThan(0.99);
});
