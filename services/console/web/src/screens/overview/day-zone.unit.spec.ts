import { expect, test } from '@jest/globals';
import { dayZone } from './day-zone.ts';

test('figures are asked for by the days of a zone of whole hours; other zones have no days in them', () => {
  expect(dayZone('Asia/Shanghai')).toBe('Asia/Shanghai');
  expect(dayZone('UTC')).toBe('UTC');
  expect(dayZone('Asia/Kolkata')).toBeUndefined();
});
