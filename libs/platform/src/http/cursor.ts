import type { z } from 'zod';
import { ProblemError } from './problem-error.ts';

/** The position after which the next page begins, made opaque so that nobody builds on what is in it. */
export const encodeCursor = (position: unknown): string => Buffer.from(JSON.stringify(position)).toString('base64url');

/**
 * The way back from `encodeCursor`; undefined for the first page.
 * @throws {ProblemError} 400 with pointer `after` for anything that is no position of this list.
 */
export function decodeCursor<S extends z.ZodType>(schema: S, after: string | undefined): z.output<S> | undefined {
  if (after === undefined) return undefined;
  const position = schema.safeParse(json(after));
  if (position.success) return position.data;
  throw new ProblemError('invalid-parameter', 'after must be the `next` of the page before, unchanged.', {
    errors: [{ pointer: 'after', detail: 'is no cursor of this list' }],
  });
}

function json(after: string): unknown {
  try {
    return JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
