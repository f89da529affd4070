import { column } from '@hengtong/messaging';
import type { Pool } from 'pg';

/** Which of these subscriptions have a delivery that is due. */
export async function whichAreDue(pool: Pool, subscriptionIds: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from unnest($1::uuid[]) as s(id)
      where exists (select from deliveries where subscription_id = s.id and status = 'pending' and due_at <= now())`,
    [column(subscriptionIds, (id) => id)],
  );
  return rows.map(({ id }) => id);
}
