import type { Actor } from '@hengtong/contracts';
import { column, table } from '@hengtong/messaging';

export interface CaseEventRow {
  readonly caseId: string;
  readonly sequence: number;
  readonly type: string;
  readonly step: string | null;
  readonly data: unknown;
  readonly causationId: string | null;
  readonly at: string;
  readonly actor: Actor;
}

/** Appends case events. A second event with the same (case, sequence) is a lost race: the batch is decided again. */
export const caseEvents = table<CaseEventRow>('case_events', (db, rows) =>
  db.query({
    name: 'case-events-append',
    text: `insert into case_events (case_id, sequence, type, step, data, causation_id, at, actor)
           select case_id, sequence, type, step, data, causation_id, at, actor
             from rows from (unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[], $6::timestamptz[]), json_array_elements($7::json),
                             json_array_elements($8::json))
               as r(case_id, sequence, type, step, causation_id, at, data, actor)`,
    values: [
      column(rows, (row) => row.caseId),
      column(rows, (row) => row.sequence),
      column(rows, (row) => row.type),
      column(rows, (row) => row.step),
      column(rows, (row) => row.causationId),
      column(rows, (row) => row.at),
      JSON.stringify(rows.map((row) => row.data)),
      JSON.stringify(rows.map((row) => row.actor)),
    ],
  }),
);
