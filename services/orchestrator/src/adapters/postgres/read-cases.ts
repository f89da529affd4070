import type { Actor, CaseEvent, CaseStatus, CaseSummary, Outcome } from '@hengtong/contracts';
import type { Pool } from 'pg';
import type { Sight } from '../../app/sight.ts';
import { type CaseRow, selectCases } from './cases.ts';

export interface CaseFilter {
  readonly process?: string | undefined;
  readonly status?: CaseStatus | undefined;
  readonly outcome?: Outcome | undefined;
  /** A division and all within it: 33 is a province, 3301 a city. */
  readonly division?: string | undefined;
  readonly reference?: string | undefined;
}

/** One case; undefined if there is none, or none that may be seen. */
export async function readCase(pool: Pool, id: string, { client, party }: Sight): Promise<CaseRow | undefined> {
  const [row] = await selectCases(pool, [id], false);
  const seen = row && (client === undefined || row.client === client) && (party === undefined || row.parties.includes(party));
  return seen ? row : undefined;
}

/** Those that may be seen, newest first, behind `after`. */
export async function listCases(pool: Pool, filter: CaseFilter & Sight, limit: number, after: string | undefined): Promise<CaseSummary[]> {
  const { rows } = await pool.query<CaseRow>(
    `select id, code, process, version, division, status, outcome, opened_at as "openedAt", updated_at as "updatedAt", closed_at as "closedAt"
       from cases
      where ($2::uuid is null or id < $2) and ($3::text is null or process = $3) and ($4::text is null or status = $4)
        and ($5::text is null or outcome = $5) and ($6::text is null or division like $6 || '%') and ($7::text is null or reference = $7)
        and ($8::text is null or client = $8) and ($9::text is null or parties @> array[$9])
      order by id desc limit $1`,
    [
      limit,
      after ?? null,
      filter.process ?? null,
      filter.status ?? null,
      filter.outcome ?? null,
      filter.division ?? null,
      filter.reference ?? null,
      filter.client ?? null,
      filter.party ?? null,
    ],
  );
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    process: row.process,
    version: row.version,
    division: row.division,
    status: row.status as CaseStatus,
    ...(row.outcome && { outcome: row.outcome as Outcome }),
    openedAt: new Date(row.openedAt).toISOString(),
    updatedAt: new Date(row.updatedAt).toISOString(),
    ...(row.closedAt && { closedAt: new Date(row.closedAt).toISOString() }),
  }));
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
