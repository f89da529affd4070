import type { ClientBase } from 'pg';
import { column } from '../unit-of-work/index.ts';

/**
 * Marks messages as taken, in the transaction of their effect, and tells which of them no transaction before has taken. What another
 * process has just marked is waited for, in the order of the ids so that two processes never wait for each other.
 */
export async function markTaken(db: ClientBase, consumer: string, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await db.query<{ message_id: string }>({
    name: 'inbox-mark',
    text: `insert into inbox (consumer, message_id) select $1, * from unnest($2::uuid[]) on conflict do nothing returning message_id`,
    values: [consumer, column([...new Set(ids)].sort(), (id) => id)],
  });
  return new Set(rows.map((row) => row.message_id));
}

/** Takes the marks back, in the same transaction: these messages have had no effect, and will be run again. */
export const unmark = (db: ClientBase, consumer: string, ids: ReadonlySet<string>): Promise<unknown> =>
  db.query('delete from inbox where consumer = $1 and message_id = any($2::uuid[])', [consumer, column([...ids], (id) => id)]);
