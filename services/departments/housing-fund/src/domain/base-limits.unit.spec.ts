import { expect, test } from '@jest/globals';
import { fundBaseLimits } from './base-limits.ts';

test('the base lies between the minimum wage and three times the average wage', () => {
  expect(fundBaseLimits('330106')).toMatchObject({ lower: 2490, upper: 25_299 });
});

test('a province without figures has no limits', () => {
  expect(fundBaseLimits('540102')).toBeUndefined();
});
