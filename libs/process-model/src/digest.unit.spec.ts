import { expect, test } from '@jest/globals';
import { digestOf } from './digest.ts';
import { parseDefinition } from './parse-definition.ts';
import { licence } from './testing/definitions.ts';

const digest = (text: string): string => {
  const { definition } = parseDefinition(text, 'process.yaml');
  if (!definition) throw new Error('the definition is not sound');
  return digestOf(definition);
};

test('the digest does not change with comments, the order of keys, or what may be left out', () => {
  const written = digest(licence());
  expect(written).toMatch(/^[0-9a-f]{64}$/);
  expect(digest(`# of 2026\n${licence()}`)).toBe(written);
  expect(digest(licence(['process: food-licence\nversion: 1', 'version: 1\nprocess: food-licence']))).toBe(written);
  expect(digest(licence(['    power: MR-0202', '    mode: automatic\n    power: MR-0202']))).toBe(written);
});

test('the digest is the same after the definition was stored as JSON and read back', () => {
  const { definition } = parseDefinition(licence(), 'process.yaml');
  if (!definition) throw new Error('the definition is not sound');
  const stored = JSON.stringify(definition);
  expect(digestOf(JSON.parse(stored) as typeof definition)).toBe(digestOf(definition));
});

test('any edit changes it', () => {
  expect(digest(licence(['input.area > 100', 'input.area > 200']))).not.toBe(digest(licence()));
  expect(digest(licence(['power: PS-0301', 'power: PS-0302']))).not.toBe(digest(licence()));
});
