import type { WorkItem, WorkItemStatus } from '@hengtong/contracts';
import type { Pool } from 'pg';
import { WORK_ITEM_COLUMNS, type WorkItemRow, workItemView } from './work-items.ts';

/** One work item; undefined if there is none. */
export async function readWorkItem(pool: Pool, id: string): Promise<WorkItem | undefined> {
  const { rows } = await pool.query<WorkItemRow>(`select ${WORK_ITEM_COLUMNS} from work_items where id = $1`, [id]);
  return rows.map(workItemView)[0];
}

/** The case that a work item belongs to, and the trace in which it was asked for; undefined if there is no such work item. */
export async function originOf(pool: Pool, id: string): Promise<{ caseId: string; traceparent: string | undefined } | undefined> {
  const { rows } = await pool.query<{ caseId: string; traceparent: string | null }>(
    `select case_id as "caseId", traceparent from work_items where id = $1`,
    [id],
  );
  return rows.map(({ caseId, traceparent }) => ({ caseId, traceparent: traceparent ?? undefined }))[0];
}

export interface WorkItemFilter {
  /** Any of these; all unless told. */
  readonly status?: readonly WorkItemStatus[] | undefined;
  /** A division and all within it: 33 is a province, 3301 a city. */
  readonly division?: string | undefined;
  readonly caseId?: string | undefined;
  /** The one authority whose items may be seen; all if it is left out. */
  readonly authority?: string | undefined;
}

/** Work items, the oldest first, behind `after`. */
export async function listWorkItems(pool: Pool, filter: WorkItemFilter, limit: number, after: string | undefined): Promise<WorkItem[]> {
  const { rows } = await pool.query<WorkItemRow>(
    `select ${WORK_ITEM_COLUMNS} from work_items
      where ($2::uuid is null or id > $2) and ($3::text[] is null or status = any($3)) and ($4::text is null or division like $4 || '%')
        and ($5::uuid is null or case_id = $5) and ($6::text is null or division = $6)
      order by id limit $1`,
    [limit, after ?? null, filter.status ?? null, filter.division ?? null, filter.caseId ?? null, filter.authority ?? null],
  );
  return rows.map(workItemView);
}
