import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { entityTag, requireIfMatch } from './entity-tag.ts';
import { idempotencyKey } from './idempotency-key.ts';
import { ProblemError } from './problem-error.ts';

function problem(act: () => unknown): Pick<ProblemError, 'status' | 'kind' | 'errors' | 'headers'> {
  try {
    act();
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

const position = z.strictObject({ openedAt: z.string(), id: z.uuid() });

test('a cursor comes back as it was, and is fit for an address', () => {
  const at = { openedAt: '2026-11-24T09:30:00+08:00', id: '019ab3c4-7d2e-7f00-8a11-5b6c7d8e9f00' };
  const cursor = encodeCursor(at);
  expect(cursor).toMatch(/^[\w-]+$/);
  expect(decodeCursor(position, cursor)).toEqual(at);
  expect(decodeCursor(position, undefined)).toBeUndefined();
});

test.each(['', 'garbage', '!!!', encodeCursor(null), encodeCursor({ id: 1 }), encodeCursor({ openedAt: 'x', id: 'x', more: 1 })])(
  'a cursor that is none of ours is refused: %s',
  (after) => {
    expect(problem(() => decodeCursor(position, after))).toMatchObject({
      status: 400,
      kind: 'invalid-parameter',
      errors: [{ pointer: 'after' }],
    });
  },
);

test('an update needs the version that was read', () => {
  expect(() => requireIfMatch(entityTag(3), 3)).not.toThrow();
  expect(() => requireIfMatch('"1", "3"', 3)).not.toThrow();
  expect(() => requireIfMatch('*', 3)).not.toThrow();
  expect(problem(() => requireIfMatch(undefined, 3))).toMatchObject({ status: 428, errors: [{ pointer: 'If-Match' }] });
  expect(problem(() => requireIfMatch('"2"', 3))).toMatchObject({
    status: 412,
    headers: { etag: '"3"' },
    errors: [{ pointer: 'If-Match' }],
  });
  expect(problem(() => requireIfMatch('W/"3"', 3))).toMatchObject({ status: 412 });
});

test.each(['a', '019ab3c4-7d2e-7f00-8a11-5b6c7d8e9f00', '~!"#', 'x'.repeat(255)])('%s is an idempotency key', (key) => {
  expect(idempotencyKey(key)).toBe(key);
});

test.each(['', 'two words', 'x'.repeat(256), '横通', 'tab\t'])('%j is none', (key) => {
  expect(problem(() => idempotencyKey(key))).toMatchObject({ status: 400, errors: [{ pointer: 'Idempotency-Key' }] });
});

test('no idempotency key is none', () => {
  expect(idempotencyKey(undefined)).toBeUndefined();
});
