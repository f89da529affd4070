import type { z } from 'zod';

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
  if (type === 'record') return 'an object';
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
