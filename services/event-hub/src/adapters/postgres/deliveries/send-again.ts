import type { Pool } from 'pg';
import { firstIdOf } from '../../../domain/first-id.ts';

/** As if it had just been made, but for the attempts that it has had. */
const AGAIN = `status = 'pending', due_at = now(), earlier = attempts, since = null, settled_at = null`;

/** Makes the deliveries of a subscription that were made since a moment and have failed pending again. @returns how many. */
export async function recoverSince(pool: Pool, subscriptionId: string, since: Date): Promise<number> {
  const { rowCount } = await pool.query(`update deliveries set ${AGAIN} where subscription_id = $1 and id >= $2 and status = 'failed'`, [
    subscriptionId,
    firstIdOf(since.getTime()),
  ]);
  return rowCount ?? 0;
}

/** Sends a settled delivery again, whatever became of it. @returns whether there is one that is settled. */
export async function resend(pool: Pool, subscriptionId: string, deliveryId: string): Promise<boolean> {
  const { rowCount } = await pool.query(`update deliveries set ${AGAIN} where id = $2 and subscription_id = $1 and status <> 'pending'`, [
    subscriptionId,
    deliveryId,
  ]);
  return rowCount === 1;
}
