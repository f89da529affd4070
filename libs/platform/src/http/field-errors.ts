import { z } from 'zod';
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

/** Sentences for zod's own messages, given to a parse as its `error`; a message that stands in the schema wins over them. */
export function sentence(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${withArticle(String(issue.expected))}`;
    case 'invalid_value':
      return `must be ${oneOf(issue.values)}`;
    case 'invalid_format':
      return FORMATS[String(issue.format)] ?? `must match ${String(issue.pattern ?? issue.format)}`;
    case 'too_small':
      return issue.minimum === 1 && issue.origin !== 'number' ? 'must not be empty' : `must be ${bound(issue, 'at least', issue.minimum)}`;
    case 'too_big':
      return `must be ${bound(issue, 'at most', issue.maximum)}`;
    case 'not_multiple_of':
      return `must be a multiple of ${String(issue.divisor)}`;
    case 'invalid_union':
      return 'must have one of the forms that the schema describes';
    case 'invalid_key':
    case 'invalid_element':
    case 'unrecognized_keys':
    case 'custom':
    default:
      return undefined;
  }
}

const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'must be a UUID, like 019ab3c4-7d2e-7f00-8a11-5b6c7d8e9f00',
  datetime: 'must be an RFC 3339 time with its offset, like 2026-11-24T09:30:00+08:00',
  date: 'must be a date, like 2026-11-24',
  duration: 'must be an ISO 8601 duration, like P30D',
  url: 'must be a URL',
  email: 'must be an e-mail address',
};

function withArticle(type: string): string {
  if (type === 'int') return 'a whole number';
  return /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;
}

function oneOf(values: readonly unknown[]): string {
  const quoted = values.map((value) => JSON.stringify(value));
  return quoted.length === 1 ? quoted[0]! : `one of ${quoted.join(', ')}`;
}

function bound(issue: z.core.$ZodRawIssue, word: string, limit: unknown): string {
  const unit = { string: ' characters long', array: ' entries long', set: ' entries long' }[String(issue.origin)] ?? '';
  return `${word} ${String(limit)}${unit}`;
}
