import { column } from '@hengtong/messaging';
import type { Pool } from 'pg';
import type { Due } from './delivery-row.ts';

interface Row extends Omit<Due, 'position' | 'since'> {
  readonly position: string;
  readonly since: Date | null;
}

/** Of a lane in which one waits to be tried again, none is read. */
const WAITING_LANES = `select lane from deliveries where subscription_id = $1 and status = 'pending' and due_at > now() and lane is not null`;

/**
 * What is due for a subscription, except for those that are held already. In order: by position, so that of each lane the first ones
 * come first; otherwise what has been due for longest.
 */
export async function loadDue(
  pool: Pool,
  { id, ordered }: { readonly id: string; readonly ordered: boolean },
  held: readonly string[],
  limit: number,
): Promise<Due[]> {
  const { rows } = await pool.query<Row>(
    `select id, subscription_id as "subscriptionId", position, event_id as "eventId", case_id as "caseId", lane, replay_id as "replayId",
            attempts, earlier, since
       from deliveries
      where subscription_id = $1 and status = 'pending' and due_at <= now() and id <> all($2::uuid[])
        and (lane is null or lane not in (${WAITING_LANES}))
      order by ${ordered ? 'position' : 'due_at, position'} limit $3`,
    [id, column(held, (each) => each), limit],
  );
  return rows.map((row) => ({ ...row, position: Number(row.position), since: row.since?.getTime() ?? null }));
}
