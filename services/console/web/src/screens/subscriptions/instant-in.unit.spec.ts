import { expect, test } from '@jest/globals';
import { instantIn } from './instant-in.ts';

test('a time that is written is meant in the zone that the page shows', () => {
  expect(instantIn('2026-11-24T08:00', 'Asia/Shanghai')).toBe('2026-11-24T00:00:00.000Z');
  expect(instantIn('2026-11-24T08:00:30', 'UTC')).toBe('2026-11-24T08:00:30.000Z');
  // The last Sunday of March in Berlin: an hour later by summer time.
  expect(instantIn('2026-03-29T04:00', 'Europe/Berlin')).toBe('2026-03-29T02:00:00.000Z');
});
