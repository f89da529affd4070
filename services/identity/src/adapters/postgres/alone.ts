import type { Pool, PoolClient } from 'pg';

// "Identity" in ASCII, so that nobody else happens to use it.
const LOCK = 0x4964656e74697479n;

/** Runs `work` in one transaction while no other process of this service runs any such: what is made once is made by one. */
export async function alone<Result>(pool: Pool, work: (db: PoolClient) => Promise<Result>): Promise<Result> {
  const db = await pool.connect();
  try {
    await db.query('begin');
    await db.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const result = await work(db);
    await db.query('commit');
    db.release();
    return result;
  } catch (error) {
    // The connection goes, and with it the transaction.
    db.release(true);
    throw error;
  }
}
