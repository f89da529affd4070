import type { Database } from '../runner/index.ts';

export interface StoredRow {
  readonly position: number;
  readonly topic: string;
  readonly key: string;
  readonly headers: string;
  readonly value: string;
}

/** The rows of a lane behind `after`, in order. There are no gaps: what is not there yet is not committed. */
export async function readRows(db: Database, lane: number, after: number, limit: number): Promise<StoredRow[]> {
  const { rows } = await db.query<Omit<StoredRow, 'position'> & { position: string }>(
    `select position, topic, key, headers, value from outbox where lane = $1 and position > $2 order by position limit $3`,
    [lane, after, limit],
  );
  return rows.map((row) => ({ ...row, position: Number(row.position) }));
}
