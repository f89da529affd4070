import type { DeadLetter, DeadLetterCount, DeadLetterFilter } from '@hengtong/contracts';
import type { Database } from '../database.ts';
import { COLUMNS, type DeadLetterRow, type WholeRow } from './row.ts';

export interface DeadLetterQuery extends DeadLetterFilter {
  readonly limit: number;
  /** The id of the last one that the caller has. */
  readonly after?: string | undefined;
  readonly status?: DeadLetter['status'] | undefined;
}

/** Values for MATCHES. */
const valuesOf = ({ topic, code, caseId, q }: DeadLetterFilter) => [topic ?? null, code ?? null, caseId ?? null, q ?? null];
const MATCHES = `($1::text is null or topic = $1) and ($2::text is null or code = $2) and ($3::uuid is null or case_id = $3)
  and ($4::text is null or position(lower($4) in lower(reason)) > 0)`;

/** Newest first. */
export async function listDeadLetters(db: Database, { limit, after, status, ...filter }: DeadLetterQuery): Promise<DeadLetterRow[]> {
  const { rows } = await db.query<DeadLetterRow>(
    `select ${COLUMNS} from dead_letters
      where ${MATCHES} and ($5::uuid is null or id < $5) and ($6::text is null or status = $6) order by id desc limit $7`,
    [...valuesOf(filter), after ?? null, status ?? null, limit],
  );
  return rows;
}

/** One with its body. */
export async function findDeadLetter(db: Database, id: string): Promise<WholeRow | undefined> {
  const { rows } = await db.query<WholeRow>(`select ${COLUMNS}, value from dead_letters where id = $1`, [id]);
  return rows[0];
}

/** How many wait under a filter, and the oldest of them, at most `limit`. */
export async function waitingDeadLetters(db: Database, filter: DeadLetterFilter, limit: number): Promise<{ count: number; ids: string[] }> {
  const { rows } = await db.query<{ id: string; total: number }>(
    `select id, count(*) over ()::int as total from dead_letters where status = 'waiting' and ${MATCHES} order by id limit $5`,
    [...valuesOf(filter), limit],
  );
  return { count: rows[0]?.total ?? 0, ids: rows.map(({ id }) => id) };
}

/** How many there are of each kind under a filter, most of them first. */
export async function countDeadLetters(db: Database, filter: DeadLetterFilter): Promise<DeadLetterCount[]> {
  const { rows } = await db.query<Omit<DeadLetterCount, 'oldest'> & { oldest: Date }>(
    `select status, topic, code, count(*)::int as count, min(recorded_at) as oldest
       from dead_letters where ${MATCHES} group by status, topic, code order by count desc, oldest`,
    valuesOf(filter),
  );
  return rows.map(({ oldest, ...row }) => ({ ...row, oldest: oldest.toISOString() }));
}
