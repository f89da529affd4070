import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { HIGHEST_SEAL_SERIAL, sealNumberOf } from './seal-number.ts';

test('a seal number is the division and seven digits', () => {
  expect(sealNumberOf('330106', 42)).toBe('3301060000042');
});

test('every serial gives 13 digits of its own', () => {
  const serial = fc.integer({ min: 1, max: HIGHEST_SEAL_SERIAL });
  fc.assert(
    fc.property(serial, serial, (one, other) => {
      expect(sealNumberOf('330106', one)).toMatch(/^\d{13}$/);
      expect(sealNumberOf('330106', one) === sealNumberOf('330106', other)).toBe(one === other);
    }),
  );
});

test('no number is given when the serials are used up', () => {
  expect(() => sealNumberOf('330106', HIGHEST_SEAL_SERIAL + 1)).toThrow(RangeError);
});
