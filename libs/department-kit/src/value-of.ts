import type { Outcome } from '@hengtong/messaging';
import { ProblemError } from '@hengtong/platform';

/** What a job that a request gave has come to. @throws what it failed with; a problem if its numbers are taken, or the database is away. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.status === 'done') return outcome.value;
  const error = 'error' in outcome ? outcome.error : undefined;
  if (outcome.status !== 'later') throw taken(error) ?? error;
  throw new ProblemError('unavailable', 'It could not be written; nothing has changed. Send the request again.', {
    headers: { 'retry-after': '2' },
    cause: error,
  });
}

const UNIQUE_VIOLATION = '23505';

/** A number that an officer gives may stand for something else already; the constraint of the database says so. */
function taken(error: unknown): ProblemError | undefined {
  if ((error as { code?: unknown } | undefined)?.code !== UNIQUE_VIOLATION) return undefined;
  return new ProblemError(
    'conflict',
    'A number that was given is in use already. Give another one, or leave it to the department’s software.',
    { cause: error },
  );
}
