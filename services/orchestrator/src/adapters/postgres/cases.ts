import { column, loader, table } from '@hengtong/messaging';
import type { CaseState } from '@hengtong/saga-engine';
import { LRUCache } from 'lru-cache';
import type { ClientBase, Pool } from 'pg';
import { upToDate } from './up-to-date.ts';

/** A case as it stands. What lists filter by stands in columns; all else is in the state. */
export interface CaseRow {
  readonly id: string;
  readonly code: string;
  readonly process: string;
  readonly version: number;
  readonly division: string;
  readonly status: string;
  readonly outcome: string | null;
  readonly reference: string | null;
  /** The client that opened it. */
  readonly client: string;
  /** Who takes part: departments, and authorities as `department/division`. */
  readonly parties: readonly string[];
  /** Of the request that opened it; null of cases from before it was kept. */
  readonly traceId: string | null;
  readonly state: CaseState;
  readonly openedAt: string;
  readonly updatedAt: string;
  readonly closedAt: string | null;
}

/** What a case was opened with. It stands in its first event, which never changes, and not a second time in the state beside it. */
type Opening = Pick<CaseState, 'caseId' | 'code' | 'division' | 'applicant' | 'input'>;

/** Of cases that were read of late, so that a case under way is not sent and parsed again with each of its steps. */
const openings = new LRUCache<string, Opening>({ max: 2_000 });

type StoredCase = Omit<CaseRow, 'state'> & { readonly state: Omit<CaseState, keyof Opening>; readonly opening: Opening | null };

/** Reads cases; `lock` until the transaction ends, in the order of the ids so that two processes never wait for each other. */
export async function selectCases(db: ClientBase | Pool, ids: readonly string[], lock: boolean): Promise<readonly CaseRow[]> {
  const known = new Map<string, Opening>();
  for (const id of ids) {
    const opening = openings.get(id);
    if (opening) known.set(id, opening);
  }
  const { rows } = await db.query<StoredCase>({
    name: `cases-by-id${lock ? '-locked' : ''}`,
    // A sub-select, and not a join: without statistics the planner would read all events there are to join those of a hundred cases.
    text: `select id, code, process, version, division, status, outcome, reference, client, parties, trace_id as "traceId", state, opened_at as "openedAt",
                  updated_at as "updatedAt", closed_at as "closedAt",
                  case when id <> all($2) then (select data from case_events where case_id = cases.id and sequence = 1) end as opening
             from cases where id = any($1) order by id ${lock ? 'for update' : ''}`,
    values: [column(ids, (id) => id), column([...known.keys()], (id) => id)],
  });
  return upToDate(
    db,
    rows.map(({ opening, ...row }) => ({
      ...row,
      state: { ...(known.get(row.id) ?? remember(row.id, opening)), ...row.state } as CaseState,
    })),
  );
}

function remember(id: string, event: Opening | null): Opening | undefined {
  if (!event) return undefined;
  const { caseId, code, division, applicant, input } = event;
  const opening = { caseId, code, division, applicant, input };
  openings.set(id, opening);
  return opening;
}

/** Writes cases as they are now; of several states in one batch only the last is kept. */
export const cases = table<CaseRow>('cases', (db, all) => {
  const rows = [...new Map(all.map((row) => [row.id, row])).values()];
  return db.query({
    name: 'cases-write',
    text: `insert into cases (id, code, process, version, division, status, outcome, reference, client, parties, state, opened_at, updated_at, closed_at, trace_id)
           select id, code, process, version, division, status, outcome, reference, client, string_to_array(parties, ' '), state,
                  opened_at, updated_at, closed_at, trace_id
             from rows from (unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[],
                                    $9::text[], $10::text[], $11::timestamptz[], $12::timestamptz[], $13::timestamptz[], $14::text[]), json_array_elements($15::json))
               as r(id, code, process, version, division, status, outcome, reference, client, parties, opened_at, updated_at, closed_at, trace_id, state)
           on conflict (id) do update
              set status = excluded.status, outcome = excluded.outcome, state = excluded.state,
                  updated_at = excluded.updated_at, closed_at = excluded.closed_at`,
    values: [
      column(rows, (row) => row.id),
      column(rows, (row) => row.code),
      column(rows, (row) => row.process),
      column(rows, (row) => row.version),
      column(rows, (row) => row.division),
      column(rows, (row) => row.status),
      column(rows, (row) => row.outcome),
      column(rows, (row) => row.reference),
      column(rows, (row) => row.client),
      column(rows, (row) => row.parties.join(' ')),
      column(rows, (row) => row.openedAt),
      column(rows, (row) => row.updatedAt),
      column(rows, (row) => row.closedAt),
      column(rows, (row) => row.traceId),
      // One JSON text for all rows: as an array of texts it would be escaped character by character, and parsed again.
      JSON.stringify(rows.map(({ state: { caseId: _, code, division, applicant, input, ...state } }) => state)),
    ],
  });
});

/** The case of an id, locked until the batch is committed. */
export const caseById = loader<string, CaseRow | undefined>({
  name: 'case-by-id',
  absent: undefined,
  query: async (db, ids) => new Map((await selectCases(db, ids, true)).map((row) => [row.id, row])),
  sees: { table: cases, keyOf: (row) => (row as CaseRow).id, apply: (_, row) => row as CaseRow },
});
