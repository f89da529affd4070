import { column } from '@hengtong/messaging';
import type { HotClient } from '@hengtong/persistence';
import type { DeliveryStatus } from './delivery-row.ts';

/** What an attempt has come to, or what became of a delivery without one. Times are milliseconds since 1970. */
export interface Outcome {
  readonly deliveryId: string;
  readonly status: DeliveryStatus;
  /** When it is due again, if it is still pending. */
  readonly dueAt: number | null;
  /** The first attempt since it was made, or sent again by hand. */
  readonly since: number | null;
  readonly attempt?: {
    readonly number: number;
    readonly at: number;
    readonly status: number | null;
    readonly error: string | null;
    readonly durationMs: number;
    readonly body: string | null;
  };
}

const instant = (at: number | null): Date | null => (at === null ? null : new Date(at));

/**
 * Records outcomes in one transaction. It is committed without waiting for the disk: if the database fails in the next moment, the
 * deliveries are made again, which their receivers must be ready for anyway. What was settled meanwhile stays as it is, unless it has been
 * delivered after all.
 */
export function recordAttempts(hot: HotClient, outcomes: readonly Outcome[]): Promise<void> {
  return hot.transaction(async (db, withCommit) => {
    withCommit(db.query('set local synchronous_commit = off'));
    const attempts = outcomes.flatMap(({ deliveryId, attempt }) => (attempt ? [{ deliveryId, ...attempt }] : []));
    withCommit(
      db.query({
        name: 'attempts-insert',
        // A process that lost its lease may have recorded the same attempt as its successor.
        text: `insert into attempts (delivery_id, number, at, status, error, duration_ms, body)
               select * from unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::int[], $5::text[], $6::int[], $7::text[])
               on conflict do nothing`,
        values: [
          column(attempts, (row) => row.deliveryId),
          column(attempts, (row) => row.number),
          column(attempts, (row) => new Date(row.at)),
          column(attempts, (row) => row.status),
          column(attempts, (row) => row.error),
          column(attempts, (row) => row.durationMs),
          column(attempts, (row) => row.body),
        ],
      }),
    );
    withCommit(
      db.query({
        name: 'deliveries-settle',
        text: `update deliveries d
                  set status = o.status, attempts = greatest(d.attempts, o.attempts), due_at = coalesce(o.due_at, d.due_at), since = o.since,
                      settled_at = case when o.status <> 'pending' then now() end
                 from unnest($1::uuid[], $2::text[], $3::int[], $4::timestamptz[], $5::timestamptz[]) as o(id, status, attempts, due_at, since)
                where d.id = o.id and (d.status = 'pending' or o.status = 'delivered')`,
        values: [
          column(outcomes, (row) => row.deliveryId),
          column(outcomes, (row) => row.status),
          column(outcomes, (row) => row.attempt?.number ?? 0),
          column(outcomes, (row) => instant(row.dueAt)),
          column(outcomes, (row) => instant(row.since)),
        ],
      }),
    );
  });
}
