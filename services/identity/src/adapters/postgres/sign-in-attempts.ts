import type { Pool } from 'pg';

/**
 * Counts an attempt to sign in before the password is looked at, so that many at once count as many. Four are free; from the fifth on,
 * each is followed by a pause: 30 s, doubled each time, at most 16 min. That keeps guesses of one password below a hundred a day.
 * @returns the seconds that are left of a pause, during which nothing may be tried; 0 when it may.
 */
export async function beginAttempt(pool: Pool, name: string): Promise<number> {
  const { rowCount } = await pool.query(
    `insert into sign_in_attempts as known (name, failed) values ($1, 1)
     on conflict (name) do update set
       failed = known.failed + 1,
       last_at = now(),
       wait_until = case when known.failed >= 4 then now() + interval '30 s' * power(2, least(known.failed - 4, 5)) end
     where known.wait_until is null or known.wait_until <= now()`,
    [name],
  );
  if (rowCount === 1) return 0;
  const { rows } = await pool.query<{ seconds: number }>(
    `select greatest(1, ceil(extract(epoch from wait_until - now())))::int as seconds from sign_in_attempts where name = $1`,
    [name],
  );
  return rows[0]?.seconds ?? 1;
}

/** The password was right: what was wrong before is forgotten. */
export async function forgetAttempts(pool: Pool, name: string): Promise<void> {
  await pool.query('delete from sign_in_attempts where name = $1', [name]);
}
