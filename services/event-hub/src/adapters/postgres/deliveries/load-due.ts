import { column } from '@hengtong/messaging';
import type { Pool } from 'pg';
import type { Due } from './delivery-row.ts';

interface Row extends Omit<Due, 'position' | 'since'> {
  readonly position: string;
  readonly since: Date | null;
}

/**
 * What is due for a subscription, longest first, except for those that are held already. Of a lane only the first that is pending:
 * those behind it wait until it is settled.
 */
export async function loadDue(pool: Pool, subscriptionId: string, held: readonly string[], limit: number): Promise<Due[]> {
  const { rows } = await pool.query<Row>(
    `select id, subscription_id as "subscriptionId", position, event_id as "eventId", case_id as "caseId", lane, replay_id as "replayId",
            attempts, earlier, since
       from deliveries d
      where subscription_id = $1 and status = 'pending' and due_at <= now() and id <> all($2::uuid[])
        and (lane is null
             or not exists (select from deliveries e
                             where e.subscription_id = d.subscription_id and e.status = 'pending' and e.lane = d.lane and e.position < d.position))
      order by due_at, position limit $3`,
    [subscriptionId, column(held, (id) => id), limit],
  );
  return rows.map((row) => ({ ...row, position: Number(row.position), since: row.since?.getTime() ?? null }));
}
