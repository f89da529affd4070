import type { Pool, PoolClient } from 'pg';

/** Runs `work` in one transaction, off the hot path. What it throws is thrown on, and then nothing of it is kept. */
export async function inTransaction<Result>(pool: Pool, work: (db: PoolClient) => Promise<Result>): Promise<Result> {
  const db = await pool.connect();
  try {
    await db.query('begin');
    const result = await work(db);
    await db.query('commit');
    db.release();
    return result;
  } catch (error) {
    // The connection goes, and with it the transaction, whatever state it is in.
    db.release(true);
    throw error;
  }
}
