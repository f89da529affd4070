import type { CaseQuery, CaseSummary, Outcome, StepNow } from '@hengtong/contracts';
import type { Pool } from 'pg';
import { validate as isUuid } from 'uuid';
import type { Sight } from '../../app/sight.ts';
import { firstIdOf } from '../../domain/first-id.ts';

/** What a list of cases filters by; all that is given must hold. */
export type CaseFilter = Omit<CaseQuery, 'limit' | 'after' | 'order'>;

/** Whose list it is: which cases they may see, and of which department they see steps; of all unless one is named. */
export interface Viewer extends Sight {
  readonly department?: string | undefined;
}

interface SummaryRow extends Omit<CaseSummary, 'openedAt' | 'updatedAt' | 'closedAt' | 'outcome' | 'reference' | 'now'> {
  readonly outcome: Outcome | null;
  readonly reference: string | null;
  readonly openedAt: Date;
  readonly updatedAt: Date;
  readonly closedAt: Date | null;
  readonly now: readonly (Omit<StepNow, 'since'> & { readonly since: string })[] | null;
}

/** How a list goes on: what stands behind an id, and in which order. */
const orders = { newest: { behind: '<', sorted: 'desc' }, oldest: { behind: '>', sorted: 'asc' } } as const;

/** Which part of a list is wanted. */
export interface Section extends Pick<CaseQuery, 'order' | 'limit'> {
  /** The id of the last one of the part before. */
  readonly after: string | undefined;
}

/**
 * Those that may be seen, in the order in which they were opened, behind `after`. By time and cursor it is the primary key that is read: an
 * id is a time. Where a case lies is a second or two behind.
 */
export async function listCases(pool: Pool, filter: CaseFilter, viewer: Viewer, { order, limit, after }: Section): Promise<CaseSummary[]> {
  const values: unknown[] = [];
  const $ = (value: unknown): string => `$${values.push(value)}`;
  const { behind, sorted } = orders[order];
  const where = [
    ...wishes(filter, $),
    ...lying(filter, viewer, $),
    ...sight(viewer, $),
    ...(after === undefined ? [] : [`id ${behind} ${$(after)}`]),
  ];
  const own = viewer.department === undefined ? '' : ` and department = ${$(viewer.department)}`;
  const { rows } = await pool.query<SummaryRow>(
    `select id, code, process, version, division, status, outcome, reference, opened_at as "openedAt", updated_at as "updatedAt",
            closed_at as "closedAt",
            (select json_agg(json_build_object('step', step, 'department', department, 'status', status, 'since', asked_at) order by asked_at, step)
               from open_steps where case_id = cases.id${own}) as now
       from cases ${where.length > 0 ? `where ${where.join(' and ')}` : ''}
      order by id ${sorted} limit ${$(limit)}`,
    values,
  );
  return rows.map((row) => summaryOf(row, viewer));
}

/** A case gets its id before it is opened; milliseconds that may lie between. */
const ID_BEFORE = 60_000;

type Placeholder = (value: unknown) => string;

function wishes(
  { q, id, process, status, outcome, division, reference, openedFrom, openedTo, closedFrom, closedTo, idleBefore }: CaseFilter,
  $: Placeholder,
): string[] {
  const where: string[] = [];
  const add = (value: unknown, condition: (at: string) => string): void => {
    if (value !== undefined) where.push(condition($(value)));
  };
  if (q !== undefined) {
    // One look at an index for each: a name for a case is one of three things.
    const named = [`code = ${$(q.toUpperCase())}`, `reference = ${$(q)}`, ...(isUuid(q) ? [`id = ${$(q)}`] : [])];
    where.push(`(${named.join(' or ')})`);
  }
  add(id, (at) => `id = any(${at}::uuid[])`);
  add(process, (at) => `process = ${at}`);
  add(status, (at) => `status = any(${at})`);
  add(outcome, (at) => `outcome = ${at}`);
  add(division, (at) => `division like ${at} || '%'`);
  add(reference, (at) => `reference = ${at}`);
  add(openedFrom && firstIdOf(Date.parse(openedFrom) - ID_BEFORE), (at) => `id >= ${at}::uuid`);
  add(openedFrom, (at) => `opened_at >= ${at}`);
  add(openedTo && firstIdOf(Date.parse(openedTo)), (at) => `id < ${at}::uuid`);
  add(openedTo, (at) => `opened_at < ${at}`);
  add(closedFrom, (at) => `closed_at >= ${at}`);
  // What was closed before then was opened before then.
  add(closedTo && firstIdOf(Date.parse(closedTo)), (at) => `id < ${at}::uuid`);
  add(closedTo, (at) => `closed_at < ${at}`);
  add(idleBefore, (at) => `id in (select case_id from flow_cases where progress_at < ${at})`);
  return where;
}

/** Where it lies, as far as the caller sees steps: nobody learns by a filter what the list does not show. */
function lying({ department, step }: CaseFilter, viewer: Viewer, $: Placeholder): string[] {
  if (department === undefined && step === undefined) return [];
  const conditions = [
    ...(department === undefined ? [] : [`department = ${$(department)}`]),
    ...(step === undefined ? [] : [`step = ${$(step)}`]),
    ...(viewer.department === undefined ? [] : [`department = ${$(viewer.department)}`]),
  ];
  return [`id in (select case_id from open_steps where ${conditions.join(' and ')})`];
}

function sight({ client, party }: Sight, $: Placeholder): string[] {
  return [...(client === undefined ? [] : [`client = ${$(client)}`]), ...(party === undefined ? [] : [`parties @> array[${$(party)}]`])];
}

function summaryOf({ outcome, reference, openedAt, updatedAt, closedAt, now, ...row }: SummaryRow, { department }: Viewer): CaseSummary {
  return {
    ...row,
    ...(outcome && { outcome }),
    // Part of the application, of which a department sees what its steps are given.
    ...(reference && department === undefined && { reference }),
    openedAt: openedAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    ...(closedAt && { closedAt: closedAt.toISOString() }),
    now: (now ?? []).map((step) => ({ ...step, since: new Date(step.since).toISOString() })),
  };
}
