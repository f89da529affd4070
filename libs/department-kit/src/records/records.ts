import { escapeLiteral } from 'pg';
import { column, loader, table } from '@hengtong/messaging';

/** A row of `records`. */
export interface RecordRow {
  readonly type: string;
  readonly id: string;
  readonly caseId: string;
  readonly step: string;
  readonly commandKey: string;
  readonly division: string;
  readonly level: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly createdAt: string;
}

const COLUMNS = `type, id, case_id as "caseId", step, command_key as "commandKey", division, level, data, created_at as "createdAt"`;

/** Puts records in force. */
export const records = table<RecordRow>('records', (db, rows) =>
  db.query({
    name: 'records-issue',
    text: `insert into records (type, id, case_id, step, command_key, division, level, data, created_at)
           select type, id, case_id, step, command_key, division, level, data, created_at
             from rows from (unnest($1::text[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[]),
                             jsonb_array_elements($9::jsonb))
               as r(type, id, case_id, step, command_key, division, level, created_at, data)`,
    values: [
      column(rows, (row) => row.type),
      column(rows, (row) => row.id),
      column(rows, (row) => row.caseId),
      column(rows, (row) => row.step),
      column(rows, (row) => row.commandKey),
      column(rows, (row) => row.division),
      column(rows, (row) => row.level),
      column(rows, (row) => row.createdAt),
      JSON.stringify(rows.map((row) => row.data)),
    ],
  }),
);

export interface VoidRow {
  readonly type: string;
  readonly id: string;
  /** The compensation that voids it. */
  readonly commandKey: string;
  readonly cause: { readonly step: string; readonly code: string };
  readonly at: string;
}

/** Voids records: an act with a row of its own; the record stays and says that it is void. */
export const voids = table<VoidRow>(
  'record_voids',
  (db, rows) =>
    db.query(
      `with acts as (
         insert into record_voids (type, id, command_key, cause, at)
         select * from unnest($1::text[], $2::text[], $3::text[], $4::jsonb[], $5::timestamptz[])
         returning type, id, cause, at
       )
       update records r set voided_at = a.at, void_cause = a.cause from acts a where r.type = a.type and r.id = a.id`,
      [
        column(rows, (row) => row.type),
        column(rows, (row) => row.id),
        column(rows, (row) => row.commandKey),
        column(rows, (row) => JSON.stringify(row.cause)),
        column(rows, (row) => row.at),
      ],
    ),
  1,
);

const append = (rows: readonly RecordRow[], row: unknown): readonly RecordRow[] => [...rows, row as RecordRow];

/** The records in force that a command has made. */
export const recordsOfCommand = loader<string, readonly RecordRow[]>({
  name: 'records-of-command',
  absent: [],
  query: async (db, keys) => {
    const text = `select ${COLUMNS} from records where command_key = any($1) and voided_at is null order by type, id`;
    const { rows } = await db.query<RecordRow>({ name: 'records-of-command', text, values: [column(keys, (key) => key)] });
    return Map.groupBy(rows, (row) => row.commandKey);
  },
  sees: { table: records, keyOf: (row) => (row as RecordRow).commandKey, apply: append },
});

/**
 * A loader of the records in force of a type by one field of their data: who has this name, this number? Give the field an index, a
 * unique one if the rule says so: of two commands in one batch neither sees the other, and the constraint decides.
 */
export const recordsBy = (type: string, field: string) =>
  loader<string, readonly RecordRow[]>({
    name: `${type}-by-${field}`,
    absent: [],
    query: async (db, keys) => {
      // As constants, and not as parameters: a plan that is kept for any type and field could not use the index of this one.
      const text = `select ${COLUMNS} from records
                     where type = ${escapeLiteral(type)} and data->>${escapeLiteral(field)} = any($1) and voided_at is null`;
      const { rows } = await db.query<RecordRow>({ name: `records-${type}-by-${field}`, text, values: [column(keys, (key) => key)] });
      return Map.groupBy(rows, (row) => String(row.data[field]));
    },
  });
