import { expect, test } from '@jest/globals';

// Plain JavaScript, because it runs before anything is built.
type Runtime = { isAtLeast: (version: string, oldest: string) => boolean };
const { isAtLeast } = (await import(new URL('../../bootstrap/runtime.mjs', import.meta.url).href)) as Runtime;

test.each([
  ['v24.11.0', true],
  ['v24.21.0', true],
  ['v26.0.0', true],
  ['v24.9.3', false],
  ['v20.20.2', false],
])('%s is Node 24.11 or newer: %p', (version, enough) => {
  expect(isAtLeast(version, '24.11.0')).toBe(enough);
});
