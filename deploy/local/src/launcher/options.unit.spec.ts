import { expect, test } from '@jest/globals';
import { readOptions } from './options.ts';

test('nothing said: one case, stays up, Kafka where it can be had', () => {
  const defaults = { once: false, cases: 1, bus: 'auto', portBase: 4000, dataDir: '.hengtong', fresh: false, rebind: false, help: false };
  expect(readOptions([])).toEqual(defaults);
});

test('everything said', () => {
  const args = ['--once', '--cases', '20', '--bus=embedded', '--port-base', '14000', '--data', '/tmp/x', '--fresh', '--rebind'];
  const all = { once: true, cases: 20, bus: 'embedded', portBase: 14000, dataDir: '/tmp/x', fresh: true, rebind: true, help: false };
  expect(readOptions(args)).toEqual(all);
});

test('--empty opens no case', () => {
  expect(readOptions(['--empty']).cases).toBe(0);
});

test.each([
  [['--bus', 'rabbit'], /--bus must be kafka, embedded or auto, but is "rabbit"/],
  [['--cases', '0'], /--cases must be a whole number from 1/],
  [['--port-base', '80'], /--port-base must be a whole number from 1024/],
  [['--empty', '--once'], /--empty opens no case/],
  [['--fast'], /'--fast'/],
])('%j is refused', (args, sentence) => {
  expect(() => readOptions(args)).toThrow(sentence);
});
