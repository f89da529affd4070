import { expect, test } from '@jest/globals';
import { leastWidth } from './least-width.ts';

test('a table is at least as wide as its columns have to be, and as its menu', () => {
  expect(leastWidth([{ width: '120px' }, { width: 'minmax(160px, 1fr)' }, { width: '1fr' }])).toBe(308);
});
