import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { keepable } from './keepable.ts';

const Anything = keepable(z.unknown());
const faults = (value: unknown): Record<string, string> =>
  Object.fromEntries((Anything.safeParse(value).error?.issues ?? []).map(({ path, message }) => [path.join('/'), message]));

test('what JSON can say and a database can keep is kept as it is', () => {
  const text = fc.string({ unit: 'binary' }).filter((each) => !each.includes('\0'));
  const value = fc.object({
    key: text,
    values: [text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null)],
    maxDepth: 5,
  });
  fc.assert(fc.property(value, (given) => expect(Anything.parse(given)).toBe(given)));
});

test('what it cannot keep is named where it stands', () => {
  expect(faults({ a: ['x', 'a\0b'], b: { c: '\ud800' }, d: JSON.parse('1e999') as unknown, e: { 'f\0': 1 } })).toEqual({
    'a/1': 'must not hold the character NUL (U+0000)',
    'b/c': 'must not hold half of a surrogate pair',
    d: 'must be a number between -1.8e308 and 1.8e308',
    e: 'has a field whose name must not hold the character NUL (U+0000)',
  });
});

test('what is nested without end is refused without following it', () => {
  const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown;
  expect(Object.values(faults(deep))).toEqual(['must not stand deeper than 32 levels']);
  expect(faults(JSON.parse('['.repeat(33) + ']'.repeat(33)))).toEqual({});
});
