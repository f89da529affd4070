import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mod11Hybrid10, mod11Radix2 } from './check-characters.ts';

const digits = fc.stringMatching(/^\d{17}$/);

test('the example of GB 11643-1999 checks', () => {
  expect(mod11Radix2('11010519491231002')).toBe('X');
});

test('the example of ISO/IEC 7064 for MOD 11,10 checks', () => {
  expect(mod11Hybrid10('0794')).toBe('5');
});

test.each([
  ['MOD 11-2', mod11Radix2],
  ['MOD 11,10', mod11Hybrid10],
])('%s finds every single wrong digit', (_system, check) => {
  fc.assert(
    fc.property(digits, fc.nat(16), fc.integer({ min: 1, max: 9 }), (right, at, by) => {
      const wrong = right.slice(0, at) + ((Number(right[at]) + by) % 10) + right.slice(at + 1);
      expect(check(wrong)).not.toBe(check(right));
    }),
  );
});

test('MOD 11-2 finds every transposition of neighbours', () => {
  fc.assert(
    fc.property(digits, fc.nat(15), (right, at) => {
      fc.pre(right.charAt(at) !== right.charAt(at + 1));
      const wrong = right.slice(0, at) + right.charAt(at + 1) + right.charAt(at) + right.slice(at + 2);
      expect(mod11Radix2(wrong)).not.toBe(mod11Radix2(right));
    }),
  );
});
