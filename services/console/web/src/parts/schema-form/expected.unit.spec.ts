import { expect, test } from '@jest/globals';
import { faultOf } from './expected.ts';

/** Says the key, with what is put into it. */
const say = (key: string, values: Readonly<Record<string, string | number>> = {}): string => [key, ...Object.values(values)].join(' ');

test.each([
  ['pattern', { pattern: String.raw`^\d{13}$`, description: 'unused' }, 'expected pattern digits 13'],
  ['pattern', { pattern: '^[0-9]{8,13}$' }, 'expected pattern digitsBetween 8 13'],
  ['pattern', { pattern: '^[A-Z]{2}', description: 'two letters' }, 'expected pattern two letters'],
  ['pattern', { pattern: '^[A-Z]{2}', examples: ['HZ'] }, 'expected pattern example HZ'],
  ['format', { format: 'uuid' }, 'expected format uuid'],
  ['maxLength', { maxLength: 64 }, 'expected maxLength bound.maxLength 64'],
  ['enum', { enum: ['small', 'general'] }, 'expected enum smallorgeneral'],
  ['type', { type: 'number' }, 'type'],
  ['uniqueItems', { uniqueItems: true }, 'other'],
])('a value that breaks %s is told so, and what is expected', (keyword, schema, told) => {
  expect(faultOf(keyword, schema, say)).toBe(told);
});
