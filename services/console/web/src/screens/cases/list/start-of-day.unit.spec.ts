import { expect, test } from '@jest/globals';
import { dateIn, startOfDay } from './start-of-day.ts';

test('a day begins at midnight where one is', () => {
  expect(startOfDay(new Date('2026-11-24T17:30:00Z'), 'Asia/Shanghai')).toBe('2026-11-24T16:00:00.000Z');
  expect(startOfDay('2026-11-24', 'UTC')).toBe('2026-11-24T00:00:00.000Z');
  expect(startOfDay('2026-11-30', 'Asia/Shanghai', 1)).toBe('2026-11-30T16:00:00.000Z');
});

test('today is the day that it is there', () => {
  expect(dateIn(new Date('2026-11-24T17:30:00Z'), 'Asia/Shanghai')).toBe('2026-11-25');
  expect(dateIn(new Date('2026-11-24T17:30:00Z'), 'UTC')).toBe('2026-11-24');
});

test('also on the day on which clocks are put back', () => {
  expect(startOfDay('2026-10-25', 'Europe/Berlin')).toBe('2026-10-24T22:00:00.000Z');
  expect(startOfDay('2026-10-26', 'Europe/Berlin')).toBe('2026-10-25T23:00:00.000Z');
});
