import { column } from '@hengtong/messaging';
import type { ClientBase } from 'pg';
import type { CaseFlow, Failure, OpenStep } from '../../../domain/flows/index.ts';

interface FlowRow {
  readonly id: string;
  readonly status: CaseFlow['status'];
  readonly openedAt: Date;
  readonly progressAt: Date;
  readonly isRefused: boolean;
  readonly failures: readonly Failure[];
  readonly steps: Readonly<Record<string, OpenStep>> | null;
}

/** The flows of these cases as they are kept; none of those that are closed, or not opened yet. */
export async function readFlowsOf(db: ClientBase, ids: readonly string[]): Promise<Map<string, CaseFlow>> {
  const { rows } = await db.query<FlowRow>(
    `select case_id as id, status, opened_at as "openedAt", progress_at as "progressAt", is_refused as "isRefused", failures,
            (select json_object_agg(step, json_build_object(
                      'status', status, 'phase', phase, 'waited', waited, 'worked', worked,
                      'askedAt', (extract(epoch from asked_at) * 1000)::bigint, 'phaseSince', (extract(epoch from phase_since) * 1000)::bigint))
               from open_steps where open_steps.case_id = flow_cases.case_id) as steps
       from flow_cases where case_id = any($1)`,
    [ids],
  );
  return new Map(
    rows.map(({ id, steps, openedAt, progressAt, ...row }) => [
      id,
      { ...row, openedAt: openedAt.getTime(), progressAt: progressAt.getTime(), steps: steps ?? {} },
    ]),
  );
}

/** A flow that has changed. */
export interface ChangedFlow {
  readonly id: string;
  readonly process: string;
  readonly division: string;
  readonly before: CaseFlow | undefined;
  /** Undefined once the case is closed. */
  readonly after: CaseFlow | undefined;
  readonly departmentOf: (step: string) => string;
}

/** Keeps flows as they are now: rows of those that are open, none of those that are closed; only of steps that have changed. */
export async function keepFlows(db: ClientBase, flows: readonly ChangedFlow[]): Promise<void> {
  const closed = flows.filter(({ after }) => !after).map(({ id }) => id);
  await db.query(`delete from flow_cases where case_id = any($1)`, [closed]);
  await writeCases(db, flows);
  await dropSteps(db, flows);
  await writeSteps(db, flows);
}

async function writeCases(db: ClientBase, flows: readonly ChangedFlow[]): Promise<void> {
  const rows = flows.flatMap(({ id, process, division, after }) => (after ? [{ id, process, division, ...after }] : []));
  await db.query(
    `insert into flow_cases (case_id, process, division, status, opened_at, progress_at, is_refused, failures)
     select id, process, division, status, opened_at, progress_at, is_refused, failures
       from rows from (unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::boolean[]), json_array_elements($8::json))
         as r(id, process, division, status, opened_at, progress_at, is_refused, failures)
     on conflict (case_id) do update
        set status = excluded.status, progress_at = excluded.progress_at, is_refused = excluded.is_refused, failures = excluded.failures`,
    [
      column(rows, ({ id }) => id),
      column(rows, ({ process }) => process),
      column(rows, ({ division }) => division),
      column(rows, ({ status }) => status),
      column(rows, ({ openedAt }) => new Date(openedAt)),
      column(rows, ({ progressAt }) => new Date(progressAt)),
      column(rows, ({ isRefused }) => String(isRefused)),
      JSON.stringify(rows.map(({ failures }) => failures)),
    ],
  );
}

async function dropSteps(db: ClientBase, flows: readonly ChangedFlow[]): Promise<void> {
  const rows = flows.flatMap(({ id, before, after }) =>
    Object.keys(before?.steps ?? {}).flatMap((step) => (after && Object.hasOwn(after.steps, step) ? [] : [{ id, step }])),
  );
  if (rows.length === 0) return;
  await db.query(
    `delete from open_steps using unnest($1::uuid[], $2::text[]) as gone(id, step) where case_id = gone.id and open_steps.step = gone.step`,
    [column(rows, ({ id }) => id), column(rows, ({ step }) => step)],
  );
}

async function writeSteps(db: ClientBase, flows: readonly ChangedFlow[]): Promise<void> {
  const rows = flows.flatMap(({ id, process, division, before, after, departmentOf }) =>
    Object.entries(after?.steps ?? {}).flatMap(([step, open]) =>
      before?.steps[step] === open ? [] : [{ id, process, division, step, department: departmentOf(step), ...open }],
    ),
  );
  if (rows.length === 0) return;
  await db.query(
    `insert into open_steps (case_id, process, division, step, department, status, phase, asked_at, phase_since, waited, worked)
     select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[],
                          $9::timestamptz[], $10::bigint[], $11::bigint[])
     on conflict (case_id, step) do update
        set status = excluded.status, phase = excluded.phase, asked_at = excluded.asked_at, phase_since = excluded.phase_since,
            waited = excluded.waited, worked = excluded.worked`,
    [
      column(rows, ({ id }) => id),
      column(rows, ({ process }) => process),
      column(rows, ({ division }) => division),
      column(rows, ({ step }) => step),
      column(rows, ({ department }) => department),
      column(rows, ({ status }) => status),
      column(rows, ({ phase }) => phase),
      column(rows, ({ askedAt }) => new Date(askedAt)),
      column(rows, ({ phaseSince }) => new Date(phaseSince)),
      column(rows, ({ waited }) => waited),
      column(rows, ({ worked }) => worked),
    ],
  );
}
