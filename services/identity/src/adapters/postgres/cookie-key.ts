import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';

/** The key that signs the cookies of the sign-in, made the first time: sessions outlive a restart, and all processes read the same. */
export async function cookieKey(pool: Pool): Promise<string> {
  await pool.query('insert into cookie_key (value) values ($1) on conflict do nothing', [randomBytes(32).toString('base64url')]);
  const { rows } = await pool.query<{ value: string }>('select value from cookie_key');
  return rows[0]?.value ?? '';
}
