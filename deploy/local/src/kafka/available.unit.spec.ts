import { expect, test } from '@jest/globals';
import { javaMajor } from './available.ts';

test.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['java version "1.8.0_392"', 8],
  ['openjdk version "25" 2025-09-16', 25],
  ['openjdk version "26-ea" 2026-03-17', 26],
  ['no such thing', undefined],
])('%s is Java %p', (printed, major) => {
  expect(javaMajor(printed)).toBe(major);
});
