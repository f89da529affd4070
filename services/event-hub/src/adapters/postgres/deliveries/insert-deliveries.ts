import { column } from '@hengtong/messaging';
import type { ClientBase, QueryResult } from 'pg';
import type { Due } from './delivery-row.ts';

/** Adds deliveries, due at once. */
export const insertDeliveries = (db: ClientBase, rows: readonly Due[]): Promise<QueryResult> =>
  db.query({
    name: 'deliveries-insert',
    text: `insert into deliveries (id, subscription_id, position, event_id, case_id, lane, replay_id)
           select * from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::uuid[])`,
    values: [
      column(rows, (row) => row.id),
      column(rows, (row) => row.subscriptionId),
      column(rows, (row) => row.position),
      column(rows, (row) => row.eventId),
      column(rows, (row) => row.caseId),
      column(rows, (row) => row.lane),
      column(rows, (row) => row.replayId),
    ],
  });
