import { ProblemError } from '@hengtong/platform';
import type { EventLog } from './event-log.ts';

/**
 * The position of a cursor; undefined where there is none.
 * @param pointer the parameter that it came in
 * @throws {ProblemError} 400 for what is no cursor of this hub, and for one of a position that does not exist
 */
export async function positionOf(log: EventLog, cursor: string | undefined, pointer = 'after'): Promise<number | undefined> {
  if (cursor === undefined) return undefined;
  const at = log.cursors.read(cursor);
  if (at !== undefined && (await log.reaches(at))) return at;
  const errors = [{ pointer, detail: 'is no cursor of this event hub' }];
  throw new ProblemError('invalid-parameter', 'A cursor must be one that this event hub has given, unchanged.', { errors });
}
