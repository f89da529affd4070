import { loader, table } from '@hengtong/messaging';
import type { CaseState } from '@hengtong/saga-engine';
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
  readonly state: CaseState;
  readonly openedAt: string;
  readonly updatedAt: string;
  readonly closedAt: string | null;
}

export const CASE_COLUMNS = `id, code, process, version, division, status, outcome, reference, state,
  opened_at as "openedAt", updated_at as "updatedAt", closed_at as "closedAt"`;

/** Writes cases as they are now; of several states in one batch only the last is kept. */
export const cases = table<CaseRow>('cases', (db, all) => {
  const rows = [...new Map(all.map((row) => [row.id, row])).values()];
  return db.query({
    name: 'cases-write',
    text: `insert into cases (id, code, process, version, division, status, outcome, reference, state, opened_at, updated_at, closed_at)
           select id, code, process, version, division, status, outcome, reference, state, opened_at, updated_at, closed_at
             from rows from (unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[],
                                    $9::timestamptz[], $10::timestamptz[], $11::timestamptz[]), json_array_elements($12::json))
               as r(id, code, process, version, division, status, outcome, reference, opened_at, updated_at, closed_at, state)
           on conflict (id) do update
              set status = excluded.status, outcome = excluded.outcome, state = excluded.state,
                  updated_at = excluded.updated_at, closed_at = excluded.closed_at`,
    values: [
      rows.map((row) => row.id),
      rows.map((row) => row.code),
      rows.map((row) => row.process),
      rows.map((row) => row.version),
      rows.map((row) => row.division),
      rows.map((row) => row.status),
      rows.map((row) => row.outcome),
      rows.map((row) => row.reference),
      rows.map((row) => row.openedAt),
      rows.map((row) => row.updatedAt),
      rows.map((row) => row.closedAt),
      // One JSON text for all rows: as an array of texts it would be escaped character by character, and parsed again.
      JSON.stringify(rows.map((row) => row.state)),
    ],
  });
});

/** The case of an id, locked until the batch is committed, in the order of the ids so that two processes never wait for each other. */
export const caseById = loader<string, CaseRow | undefined>({
  name: 'case-by-id',
  absent: undefined,
  query: async (db, keys) => {
    const text = `select ${CASE_COLUMNS} from cases where id = any($1) order by id for update`;
    const { rows } = await db.query<CaseRow>({ name: 'case-by-id', text, values: [keys] });
    return new Map((await upToDate(db, rows)).map((row) => [row.id, row]));
  },
  sees: { table: cases, keyOf: (row) => (row as CaseRow).id, apply: (_, row) => row as CaseRow },
});
