import { expect, test } from '@jest/globals';
import { authorityDivision, division, divisionAt } from './division.ts';

test('an authority of each level acts where GB/T 2260 puts it', () => {
  expect((['county', 'city', 'province', 'national'] as const).map((level) => divisionAt('330106', level))).toEqual([
    '330106',
    '330100',
    '330000',
    '000000',
  ]);
});

test('a case that was opened higher up than the authority stays where it is', () => {
  expect(divisionAt('330000', 'county')).toBe('330000');
  expect(divisionAt('330100', 'city')).toBe('330100');
});

test('the whole country is where an authority acts, and no place to apply', () => {
  expect(authorityDivision.safeParse('000000').success).toBe(true);
  for (const code of ['000000', '33', '3301060', '33010x', '']) expect(division.safeParse(code).success).toBe(false);
});
