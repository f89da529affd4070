import type { LyingCase, Outcome } from '@hengtong/contracts';
import type { ClientBase } from 'pg';
import { FLOWS_VERSION } from './rebuild-flows.ts';

/** Where something lies: a process at a department. */
interface Cell {
  readonly process: string;
  readonly department: string;
}

export interface CellRow extends Cell {
  readonly waiting: number;
  readonly working: number;
  readonly stalled: number;
  readonly oldestSince: Date;
}

/** A division prefix as the statements here take it; null for the whole country. */
type Within = string | null;

/** How many steps lie in each cell, and since when the oldest does. */
export async function readCells(db: ClientBase, within: Within): Promise<CellRow[]> {
  const { rows } = await db.query<CellRow>(
    `select process, department, count(*) filter (where phase = 'waiting')::int as waiting,
            count(*) filter (where phase = 'working')::int as working, count(*) filter (where phase = 'stalled')::int as stalled,
            min(asked_at) as "oldestSince"
       from open_steps where ($1::text is null or division like $1 || '%')
      group by process, department`,
    [within],
  );
  return rows;
}

/** The five oldest of each of these cells, by an index. */
export async function readOldest(
  db: ClientBase,
  cells: readonly Cell[],
  within: Within,
): Promise<(Cell & Omit<LyingCase, 'since'> & { readonly since: Date })[]> {
  const { rows } = await db.query<Cell & Omit<LyingCase, 'since'> & { since: Date }>(
    `select cell.process, cell.department, oldest.case_id as "caseId", cases.code, oldest.step, oldest.asked_at as since, oldest.status
       from unnest($1::text[], $2::text[]) as cell(process, department),
            lateral (select case_id, step, asked_at, status from open_steps
                      where process = cell.process and department = cell.department and ($3::text is null or division like $3 || '%')
                      order by asked_at limit 5) as oldest
       join cases on cases.id = oldest.case_id
      order by oldest.asked_at, oldest.case_id`,
    [cells.map(({ process }) => process), cells.map(({ department }) => department), within],
  );
  return rows;
}

/** How long steps took in each cell over the last seven days, by bucket. */
export async function readUsual(db: ClientBase, now: Date): Promise<(Cell & { readonly bucket: number; readonly count: number })[]> {
  const { rows } = await db.query<Cell & { bucket: number; count: number }>(
    `select process, department, bucket, sum(count)::float8 as count from cell_days where day > $1::timestamptz::date - 7 group by 1, 2, 3`,
    [now],
  );
  return rows;
}

/** Steps answered in the last hour: those of this hour, and of the one before the part that is no hour ago, as if they came evenly. */
export async function readRates(db: ClientBase, now: Date, within: Within): Promise<(Cell & { readonly perHour: number })[]> {
  const { rows } = await db.query<Cell & { perHour: number }>(
    `select process, department,
            round(sum(count * case when hour >= date_trunc('hour', $1::timestamptz) then 1
                                   else 1 - extract(epoch from $1 - date_trunc('hour', $1::timestamptz)) / 3600 end), 1)::float8 as "perHour"
       from step_hours
      where hour >= date_trunc('hour', $1::timestamptz) - interval '1 hour' and hour <= $1 and ($2::text is null or division like $2 || '%')
      group by process, department`,
    [now, within],
  );
  return rows;
}

export interface OpenRow {
  readonly process: string;
  readonly open: number;
  readonly suspended: number;
  readonly stalled: number;
  readonly compensating: number;
  readonly idle: number;
}

/** Open cases by process; idle are those without progress since `idleSince`. */
export async function readOpen(db: ClientBase, within: Within, idleSince: Date): Promise<OpenRow[]> {
  const { rows } = await db.query<OpenRow>(
    `select process, count(*)::int as open, count(*) filter (where status = 'suspended')::int as suspended,
            count(*) filter (where status = 'stalled')::int as stalled, count(*) filter (where status = 'compensating')::int as compensating,
            count(*) filter (where progress_at <= $2)::int as idle
       from flow_cases where ($1::text is null or division like $1 || '%')
      group by process`,
    [within, idleSince],
  );
  return rows;
}

export interface HourRow {
  readonly hour: Date;
  readonly process: string;
  readonly what: 'opened' | Outcome;
  readonly bucket: number;
  readonly count: number;
}

/** What was opened and closed from an hour on. */
export async function readHours(db: ClientBase, within: Within, from: Date): Promise<HourRow[]> {
  const { rows } = await db.query<HourRow>(
    `select hour, process, what, bucket, sum(count)::float8 as count
       from flow_hours where hour >= $2 and ($1::text is null or division like $1 || '%')
      group by hour, process, what, bucket`,
    [within, from],
  );
  return rows;
}

export interface StalledRow {
  readonly caseId: string;
  readonly code: string;
  readonly process: string;
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly since: number;
  readonly step: string;
  readonly error: string;
  readonly total: number;
}

/** The 20 cases that have been stalled longest, and how many there are. */
export async function readStalled(db: ClientBase, within: Within): Promise<StalledRow[]> {
  const { rows } = await db.query<StalledRow>(
    `select case_id as "caseId", code, flow_cases.process, version, (failures->0->>'since')::float8 as since, failures->0->>'step' as step,
            failures->0->>'error' as error, count(*) over ()::int as total
       from flow_cases join cases on cases.id = case_id
      where flow_cases.status = 'stalled' and ($1::text is null or flow_cases.division like $1 || '%')
      order by since limit 20`,
    [within],
  );
  return rows;
}

/** Changes that are noted and not followed yet; in a database that has not been kept so far, all its cases. */
export async function readBehind(db: ClientBase): Promise<number> {
  const { rows } = await db.query<{ behind: number }>(
    `select (case when exists (select from flow_version where version >= $1) then (select coalesce(sum(cardinality(cases)), 0) from case_changes)
                  else (select count(*) from cases) end)::int as behind`,
    [FLOWS_VERSION],
  );
  return rows[0]?.behind ?? 0;
}

/** When the day of a moment began in a zone. */
export async function dayBegan(db: ClientBase, now: Date, zone: string): Promise<Date> {
  const { rows } = await db.query<{ began: Date }>(`select date_trunc('day', $1::timestamptz, $2) as began`, [now, zone]);
  return rows[0]?.began ?? now;
}
