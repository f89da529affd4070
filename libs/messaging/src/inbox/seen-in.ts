import type { ClientBase } from 'pg';
import { column } from '../unit-of-work/index.ts';

/**
 * Which of these messages the consumer has taken already. The bounds let PostgreSQL leave all partitions aside but those of the batch's
 * own time: a UUIDv7 begins with the time at which it was given.
 */
export async function seenIn(db: ClientBase, consumer: string, ids: readonly string[]): Promise<Set<string>> {
  const sorted = [...ids].sort();
  const { rows } = await db.query<{ message_id: string }>(
    `select message_id from inbox where message_id between $3 and $4 and message_id = any($2) and consumer = $1`,
    [consumer, column(sorted, (id) => id), sorted[0], sorted.at(-1)],
  );
  return new Set(rows.map((row) => row.message_id));
}
