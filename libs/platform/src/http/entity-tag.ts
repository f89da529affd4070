import { ProblemError } from './problem-error.ts';

/** The `ETag` of a version of a thing. */
export const entityTag = (version: number): string => `"${version}"`;

/**
 * Holds an update to the version that the caller has read (RFC 9110 §13.1.1). `*` means any.
 * @throws {ProblemError} 428 without the header, 412 when the thing has changed since.
 */
export function requireIfMatch(header: string | undefined, version: number): void {
  if (header === undefined) {
    throw new ProblemError('precondition-required', 'Send the ETag of what you have read in the If-Match header.', {
      errors: [{ pointer: 'If-Match', detail: 'is missing' }],
    });
  }
  const tags = header.split(',').map((tag) => tag.trim());
  if (tags.includes('*') || tags.includes(entityTag(version))) return;
  throw new ProblemError('precondition-failed', `Its ETag is ${entityTag(version)} now, you sent ${header}. Read it again, then decide.`, {
    headers: { etag: entityTag(version) },
    errors: [{ pointer: 'If-Match', detail: `does not contain ${entityTag(version)}` }],
  });
}
