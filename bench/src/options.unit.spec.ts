import { expect, test } from '@jest/globals';

import { parseOptions } from './options.ts';

test('both subjects, and what is not said has its default', () => {
  expect(parseOptions(['raw', 'cases', '--json', 'out.json'])).toMatchObject({
    subjects: ['raw', 'cases'],
    json: 'out.json',
    rounds: 3,
    inFlight: [50, 200, 800],
    partitions: [1, 2, 4],
    cpuProfile: undefined,
    eventHub: false,
  });
});

test('--quick is one short round', () => {
  expect(parseOptions(['raw', '--quick'])).toMatchObject({ rounds: 1, measureMs: 5_000 });
});

test.each([
  [[], 'What shall be measured?'],
  [['row'], 'nothing called "row"'],
  [['raw', '--in-flight', '50,many'], '--in-flight takes whole numbers above zero, not "50,many"'],
  [['raw', '--rounds', '0'], '--rounds takes whole numbers above zero, not "0"'],
])('%j is answered with a sentence', (args, sentence) => {
  expect(() => parseOptions(args)).toThrow(sentence);
});
