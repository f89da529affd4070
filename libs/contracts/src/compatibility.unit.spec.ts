import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { incompatibilities } from './compatibility.ts';
import { field } from './fields.ts';

const before = z.object({ code: field(z.string(), 'refusal.code'), law: z.string().optional(), cause: z.object({ step: z.string() }) });

const between = (after: z.ZodType): string[] =>
  incompatibilities(z.toJSONSchema(before, { io: 'input' }), z.toJSONSchema(after, { io: 'input' }));

test('the same, notes on it, and new optional fields at any depth are no break', () => {
  expect(between(before)).toEqual([]);
  expect(between(before.extend({ code: field(z.string(), 'code', 'internal').describe('Stable') }))).toEqual([]);
  expect(between(before.extend({ at: z.string().optional(), cause: z.object({ step: z.string(), code: z.string().optional() }) }))).toEqual(
    [],
  );
});

test.each([
  ['a field that is gone', before.omit({ law: true }), ['/law is gone']],
  ['a needed field that is gone', before.omit({ code: true }), ['/code is gone', '/code is optional now']],
  ['a new field that is needed', before.extend({ at: z.string() }), ['/at is required now']],
  ['a field that is needed now', before.extend({ law: z.string() }), ['/law is required now']],
  ['a field that is optional now', before.partial({ code: true }), ['/code is optional now']],
  ['another type', before.extend({ code: z.number() }), ['/code means something else now']],
  ['a narrower text', before.extend({ code: z.string().max(5) }), ['/code means something else now']],
  ['one value more', before.extend({ code: z.enum(['a', 'b']) }), ['/code means something else now']],
  ['a change further down', before.extend({ cause: z.object({ step: z.number() }) }), ['/cause/step means something else now']],
  [
    'no object any more',
    z.string(),
    [
      '/code is gone',
      '/law is gone',
      '/cause is gone',
      '/code is optional now',
      '/cause is optional now',
      'the body means something else now',
    ],
  ],
])('a break is named: %s', (_, after, found) => {
  expect(between(after)).toEqual(found);
});
