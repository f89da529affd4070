import type { Pool } from 'pg';

/** Deletes what has expired: objects of oidc-provider, and wrong passwords of which the last is a day old. */
export async function dropExpired(pool: Pool): Promise<void> {
  await pool.query(`delete from stored_objects where expires_at < now()`);
  await pool.query(`delete from sign_in_attempts where last_at < now() - interval '1 day'`);
}
