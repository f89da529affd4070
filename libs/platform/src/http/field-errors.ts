import type { z } from 'zod';
import type { FieldError } from './problem-error.ts';

/** As many as a person can use. */
const MOST = 50;

/** Every issue of a zod error as a pointer and a sentence. `pointer` turns a path into one: a JSON pointer, or a parameter's name. */
export function fieldErrors(
  issues: readonly z.core.$ZodIssue[],
  value: unknown,
  pointer: (path: readonly PropertyKey[]) => string,
): FieldError[] {
  return issues.flatMap((issue) => one(issue, value, pointer)).slice(0, MOST);
}

function one(issue: z.core.$ZodIssue, value: unknown, pointer: (path: readonly PropertyKey[]) => string): FieldError[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ pointer: pointer([...issue.path, key]), detail: 'is not known here' }));
  const missing = issue.path.length > 0 && at(value, issue.path) === undefined && issue.message.startsWith('must');
  return [{ pointer: pointer(issue.path), detail: missing ? `is missing: it ${issue.message}` : issue.message }];
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[key], value);
}

/** RFC 6901; the empty pointer is the whole body. */
export const jsonPointer = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
