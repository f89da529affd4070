import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { sentence } from '../sentence.ts';
import { fieldErrors, jsonPointer } from './field-errors.ts';

function errorsOf(schema: z.ZodType, value: unknown): string[] {
  const { error } = schema.safeParse(value, { error: sentence });
  return fieldErrors(error?.issues ?? [], value, jsonPointer).map(({ pointer, detail }) => `${pointer} ${detail}`);
}

test('each field has its pointer and a sentence', () => {
  const schema = z.strictObject({
    id: z.uuid(),
    at: z.iso.datetime({ offset: true }),
    kind: z.enum(['person', 'enterprise']),
    version: z.literal(1),
    count: z.number().int().min(1).max(9),
    name: z.string().min(1).max(3),
    staff: z.array(z.strictObject({ 'a/b~c': z.string() })).min(2),
    code: z.string().regex(/^\d{6}$/, 'must be a six-digit division code'),
  });
  const value = { id: 'x', at: 'now', kind: 'pet', version: 2, count: 10, name: '', staff: [{ 'a/b~c': 1, x: 1 }], extra: true };
  expect(errorsOf(schema, value)).toEqual([
    '/id must be a UUID, like 019ab3c4-7d2e-7f00-8a11-5b6c7d8e9f00',
    '/at must be an RFC 3339 time with its offset, like 2026-11-24T09:30:00+08:00',
    '/kind must be one of "person", "enterprise"',
    '/version must be 1',
    '/count must be at most 9',
    '/name must not be empty',
    '/staff/0/a~1b~0c must be a string',
    '/staff/0/x is not known here',
    '/staff must be at least 2 entries long',
    '/code is missing: it must be a string',
    '/extra is not known here',
  ]);
});

test('a body of the wrong kind has the empty pointer', () => {
  expect(errorsOf(z.object({}), [])).toEqual([' must be an object']);
  expect(errorsOf(z.object({}), null)).toEqual([' must be an object']);
});

test('a thousand errors are cut to what a person can use', () => {
  expect(
    errorsOf(
      z.array(z.string()),
      Array.from({ length: 1000 }, () => 1),
    ),
  ).toHaveLength(50);
});
