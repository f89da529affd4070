import { expect, test } from '@jest/globals';

import { parseHubOptions } from './hub-options.ts';

test('what is not said has its default: all figures, in full', () => {
  expect(parseHubOptions([])).toEqual({ only: ['a', 'b', 'c', 'd', 'e', 'f'], quick: false, json: undefined, cpuProfile: undefined });
});

test('--only picks figures, which are measured in their own order', () => {
  expect(parseHubOptions(['--only', 'c,a', '--quick'])).toMatchObject({ only: ['a', 'c'], quick: true });
});

test('a figure that there is not is answered with a sentence', () => {
  expect(() => parseHubOptions(['--only', 'a,g'])).toThrow('There is no figure "g"; there are a, b, c, d, e, f');
});
