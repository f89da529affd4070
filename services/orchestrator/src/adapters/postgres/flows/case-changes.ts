import { column, table } from '@hengtong/messaging';

/** That a case has new events, the first and the last of them by number. */
export interface CaseChange {
  readonly caseId: string;
  readonly first: number;
  readonly last: number;
}

/**
 * Notes which events a batch has appended: one row for the whole batch, in its transaction, so that what the overview is kept from is
 * exactly what happened. Of one case, rows follow one another by their numbers, because whoever changes it holds its row.
 */
export const caseChanges = table<CaseChange>('case_changes', (db, changes) =>
  db.query({
    name: 'case-changes-note',
    text: `insert into case_changes (cases, firsts, lasts) values ($1::uuid[], $2::int[], $3::int[])`,
    values: [column(changes, ({ caseId }) => caseId), column(changes, ({ first }) => first), column(changes, ({ last }) => last)],
  }),
);
