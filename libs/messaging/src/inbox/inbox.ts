import { column, table } from '../unit-of-work/index.ts';

export interface InboxRow {
  readonly consumer: string;
  readonly messageId: string;
}

/** Messages that were taken, kept in the transaction of their effect. The same message in two processes breaks the primary key of one. */
export const inbox = table<InboxRow>('inbox', (db, rows) =>
  db.query({
    name: 'inbox-take',
    text: `insert into inbox (consumer, message_id) select * from unnest($1::text[], $2::uuid[])`,
    values: [column(rows, (row) => row.consumer), column(rows, (row) => row.messageId)],
  }),
);
