import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkCharacter, isCaseCode, newCaseCode } from './case-code.ts';

test('a new code is right by its own check character', () => {
  expect(isCaseCode(newCaseCode('2026-11-24T08:00:00.000Z'))).toBe(true);
});

test('the example of ISO/IEC 7064 has the check character that the standard gives it', () => {
  expect(checkCharacter('A12425GABC1234002')).toBe('M');
});

test('one wrong character, or two neighbours swapped, is seen', () => {
  const code = fc.constant(null).map(() => newCaseCode('2026-11-24T08:00:00.000Z'));
  fc.assert(
    fc.property(code, fc.integer({ min: 12, max: 18 }), (right, at) => {
      const other = right[at] === '7' ? '8' : '7';
      expect(isCaseCode(right.slice(0, at) + other + right.slice(at + 1))).toBe(false);
      const swapped = right.slice(0, at) + right[at + 1] + right[at] + right.slice(at + 2);
      expect(isCaseCode(swapped)).toBe(swapped === right);
    }),
  );
});
