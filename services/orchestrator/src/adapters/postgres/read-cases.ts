import type { Actor, CaseEvent } from '@hengtong/contracts';
import type { Pool } from 'pg';
import type { Sight } from '../../app/sight.ts';
import { type CaseRow, selectCases } from './cases.ts';

/** One case; undefined if there is none, or none that may be seen. */
export async function readCase(pool: Pool, id: string, { client, party }: Sight): Promise<CaseRow | undefined> {
  const [row] = await selectCases(pool, [id], false);
  const seen = row && (client === undefined || row.client === client) && (party === undefined || row.parties.includes(party));
  return seen ? row : undefined;
}

/** The events of a case behind a sequence, in order: those of the case as such, and of these steps; of all unless some are named. */
export async function listCaseEvents(
  pool: Pool,
  caseId: string,
  steps: readonly string[] | undefined,
  after: number,
  limit: number,
): Promise<CaseEvent[]> {
  const { rows } = await pool.query<{
    sequence: number;
    type: string;
    step: string | null;
    data: Record<string, unknown>;
    cause: string | null;
    at: Date;
    actor: Actor;
  }>(
    `select sequence, type, step, data, causation_id as cause, at, actor from case_events
      where case_id = $1 and sequence > $2 and ($4::text[] is null or step is null or step = any($4))
      order by sequence limit $3`,
    [caseId, after, limit, steps ?? null],
  );
  return rows.map(({ sequence, type, step, data, cause, at, actor }) => ({
    sequence,
    type,
    at: at.toISOString(),
    ...(step && { step }),
    data,
    ...(cause && { causationId: cause }),
    actor,
  }));
}

/** All cases that are not closed, a page at a time, in the order of their ids. */
export async function openCasesAfter(pool: Pool, after: string | null, limit: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from cases where status <> 'closed' and ($1::uuid is null or id > $1) order by id limit $2`,
    [after, limit],
  );
  return rows.map(({ id }) => id);
}
