import { decodeCursor, encodeCursor, ProblemError } from '@hengtong/platform';
import { z } from 'zod';
import type { EventLog } from './event-log.ts';

const position = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** A position as it is handed out. */
export const cursorOf = (at: number): string => encodeCursor(at);

/**
 * The way back; undefined where there is none.
 * @throws {ProblemError} 400 for what is no cursor, and for one of a position that does not exist yet: it is of another hub
 */
export async function positionOf(log: EventLog, cursor: string | undefined): Promise<number | undefined> {
  const at = decodeCursor(position, cursor);
  if (at === undefined || (await log.reaches(at))) return at;
  const errors = [{ pointer: 'after', detail: 'lies in the future' }];
  throw new ProblemError('invalid-parameter', 'This cursor lies beyond the end of the log: it is not of this event hub.', { errors });
}
