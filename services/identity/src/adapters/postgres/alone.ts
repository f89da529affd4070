import { inTransaction } from '@hengtong/persistence';
import type { Pool, PoolClient } from 'pg';

// "Identity" in ASCII, so that nobody else happens to use it.
const LOCK = 0x4964656e74697479n;

/** Runs `work` in one transaction while no other process of this service runs any such: what is made once is made by one. */
export async function alone<Result>(pool: Pool, work: (db: PoolClient) => Promise<Result>): Promise<Result> {
  return inTransaction(pool, async (db) => {
    await db.query('select pg_advisory_xact_lock($1)', [LOCK]);
    return work(db);
  });
}
