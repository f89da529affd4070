import type { Actor, DeadLetter } from '@hengtong/contracts';
import { column, loader, table } from '../unit-of-work/index.ts';

/** What becomes of a dead letter, and who says so. */
export interface Settlement {
  readonly id: string;
  readonly status: DeadLetter['status'];
  readonly because: string;
  readonly by: Actor;
}

/** Settles dead letters. */
export const settlements = table<Settlement>('dead_letters.settled', (db, rows) =>
  db.query(
    `update dead_letters d set status = s.status, settled_at = now(), settled_because = s.because, settled_by = s.actor
       from unnest($1::uuid[], $2::text[], $3::text[], $4::json[]) as s(id, status, because, actor) where d.id = s.id`,
    [
      column(rows, (row) => row.id),
      column(rows, (row) => row.status),
      column(rows, (row) => row.because),
      column(rows, (row) => JSON.stringify(row.by)),
    ],
  ),
);

/** How a dead letter stands, locked until the batch is committed: of two who settle it at once, one comes too late. */
export const statusOf = loader<string, DeadLetter['status'] | undefined>({
  name: 'dead-letter-status',
  absent: undefined,
  query: async (db, ids) => {
    const { rows } = await db.query<Pick<DeadLetter, 'id' | 'status'>>(
      `select id, status from dead_letters where id = any($1) order by id for update`,
      [ids],
    );
    return new Map(rows.map(({ id, status }) => [id, status]));
  },
  sees: { table: settlements, keyOf: (row) => (row as Settlement).id, apply: (_, row) => (row as Settlement).status },
});
