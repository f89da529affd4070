import type { Actor, WorkItem, WorkItemStatus } from '@hengtong/contracts';
import { column, loader, table } from '@hengtong/messaging';
import type { ClientBase } from 'pg';

/** A row of `work_items`: what waits for a person, with all that the reply to it will need. */
export interface WorkItemRow {
  readonly id: string;
  readonly caseId: string;
  readonly process: string;
  readonly processVersion: number;
  readonly step: string;
  readonly commandKey: string;
  readonly capability: string;
  readonly status: WorkItemStatus;
  readonly division: string;
  readonly level: string;
  readonly input: Record<string, unknown>;
  readonly output?: Record<string, unknown> | null;
  readonly claimedBy?: string | null;
  /** Who did the last thing to it; nobody while it waits. */
  readonly actedBy?: Actor | null;
  readonly remark?: string | null;
  readonly traceparent?: string | null;
  readonly version: number;
  readonly createdAt: string | Date;
  readonly updatedAt: string | Date;
}

export const WORK_ITEM_COLUMNS = `id, case_id as "caseId", process, process_version as "processVersion", step, command_key as "commandKey", capability, status,
  division, level, input, output, claimed_by as "claimedBy", acted_by as "actedBy", remark, traceparent, version, created_at as "createdAt", updated_at as "updatedAt"`;

/** Writes work items as they are now; of several states in one batch only the last counts. */
export const workItems = table<WorkItemRow>('work_items', (db, all) => {
  const rows = [...new Map(all.map((row) => [row.id, row])).values()];
  const json = (value: unknown): string | null => (value === undefined || value === null ? null : JSON.stringify(value));
  return db.query(
    `insert into work_items (id, case_id, process, process_version, step, command_key, capability, status, division, level, input, output,
                             claimed_by, remark, traceparent, version, created_at, updated_at, acted_by)
     select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
                          $11::jsonb[], $12::jsonb[], $13::text[], $14::text[], $15::text[], $16::int[], $17::timestamptz[], $18::timestamptz[], $19::jsonb[])
     on conflict (id) do update
        set status = excluded.status, output = excluded.output, claimed_by = excluded.claimed_by, remark = excluded.remark, acted_by = excluded.acted_by,
            version = excluded.version, updated_at = excluded.updated_at`,
    [
      column(rows, (row) => row.id),
      column(rows, (row) => row.caseId),
      column(rows, (row) => row.process),
      column(rows, (row) => row.processVersion),
      column(rows, (row) => row.step),
      column(rows, (row) => row.commandKey),
      column(rows, (row) => row.capability),
      column(rows, (row) => row.status),
      column(rows, (row) => row.division),
      column(rows, (row) => row.level),
      column(rows, (row) => json(row.input)),
      column(rows, (row) => json(row.output)),
      column(rows, (row) => row.claimedBy),
      column(rows, (row) => row.remark),
      column(rows, (row) => row.traceparent),
      column(rows, (row) => row.version),
      column(rows, (row) => row.createdAt),
      column(rows, (row) => row.updatedAt),
      column(rows, (row) => json(row.actedBy)),
    ],
  );
});

const by = (name: string, column: string, keyOf: (row: WorkItemRow) => string) =>
  loader<string, WorkItemRow | undefined>({
    name,
    absent: undefined,
    query: async (db: ClientBase, keys) => {
      const { rows } = await db.query<WorkItemRow>(
        `select ${WORK_ITEM_COLUMNS} from work_items where ${column} = any($1) order by id for update`,
        [keys],
      );
      return new Map(rows.map((row) => [keyOf(row), row]));
    },
    sees: { table: workItems, keyOf: (row) => keyOf(row as WorkItemRow), apply: (_, row) => row as WorkItemRow },
  });

export const workItemById = by('work-item-by-id', 'id', (row) => row.id);
export const workItemByCommand = by('work-item-by-command', 'command_key', (row) => row.commandKey);

/** What REST shows of a work item. */
export function workItemView(row: WorkItemRow): WorkItem {
  return {
    id: row.id,
    caseId: row.caseId,
    step: row.step,
    capability: row.capability,
    status: row.status,
    division: row.division,
    level: row.level as WorkItem['level'],
    input: row.input,
    ...(row.output && { output: row.output }),
    ...(row.claimedBy && { claimedBy: row.claimedBy }),
    ...(row.actedBy && { actedBy: row.actedBy }),
    version: row.version,
    createdAt: new Date(row.createdAt).toISOString(),
    updatedAt: new Date(row.updatedAt).toISOString(),
  };
}
