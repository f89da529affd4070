import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SMALL_SCALE_UP_TO, taxpayerTypeOf } from './taxpayer-type.ts';

test.each([
  [0, false, 'small-scale'],
  [SMALL_SCALE_UP_TO, false, 'small-scale'],
  [SMALL_SCALE_UP_TO + 0.01, false, 'general'],
  [0, true, 'general'],
])('sales of %d yuan, electing %p: %s', (sales, elects, type) => {
  expect(taxpayerTypeOf(sales, elects)).toBe(type);
});

test('more sales never make a general taxpayer small-scale again', () => {
  const yuan = fc.integer({ min: 0, max: 20_000_000 });
  fc.assert(
    fc.property(yuan, yuan, fc.boolean(), (sales, more, elects) => {
      fc.pre(taxpayerTypeOf(sales, elects) === 'general');
      expect(taxpayerTypeOf(sales + more, elects)).toBe('general');
    }),
  );
});
