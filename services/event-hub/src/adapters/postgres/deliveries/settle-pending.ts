import type { Pool } from 'pg';

/**
 * Settles all that is pending for a subscription: `failed` when it is disabled (`recoverSince` brings them back), `cancelled` when it
 * has ended. @returns how many.
 */
export async function settlePending(pool: Pool, subscriptionId: string, status: 'failed' | 'cancelled'): Promise<number> {
  const { rowCount } = await pool.query(
    `update deliveries set status = $2, settled_at = now() where subscription_id = $1 and status = 'pending'`,
    [subscriptionId, status],
  );
  return rowCount ?? 0;
}
