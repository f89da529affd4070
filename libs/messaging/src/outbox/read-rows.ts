import type { Database } from '../database.ts';
import type { Outgoing } from '../unit-of-work/index.ts';

/** What one transaction has sent in one lane. `position` is that of its last message. */
export interface StoredRow {
  readonly position: number;
  readonly size: number;
  readonly messages: readonly Outgoing[];
}

/** The rows of a lane behind `after`, in order. There are no gaps: what is not there yet is not committed. */
export async function readRows(db: Database, lane: number, after: number, limit: number): Promise<StoredRow[]> {
  const { rows } = await db.query<{ position: string; size: number; messages: string }>(
    `select position, size, messages from outbox where lane = $1 and position > $2 order by position limit $3`,
    [lane, after, limit],
  );
  return rows.map(({ position, size, messages }) => {
    const stored = JSON.parse(messages) as Omit<Outgoing, 'body'>[];
    const read = stored.map((each) => ({ ...each, body: JSON.stringify(each.message.data) }));
    return { position: Number(position), size, messages: read };
  });
}
