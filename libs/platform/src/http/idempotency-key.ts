import { ProblemError } from './problem-error.ts';

/**
 * Reads the `Idempotency-Key` header: 1 to 255 visible ASCII characters; undefined where there is none.
 * @throws {ProblemError} 400 for anything else.
 */
export function idempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined || /^[!-~]{1,255}$/.test(header)) return header;
  throw new ProblemError('invalid-parameter', 'Idempotency-Key must be 1 to 255 visible ASCII characters; a UUID does well.', {
    errors: [{ pointer: 'Idempotency-Key', detail: header === '' ? 'is empty' : `is no such text: it has ${header.length} characters` }],
  });
}
