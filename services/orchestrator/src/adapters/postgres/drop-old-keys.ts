import { nowAndEvery } from '@hengtong/platform';
import type { Pool } from 'pg';

type Log = Record<'warn', (details: object, message: string) => void>;

/** DESIGN §7: an Idempotency-Key is kept for 7 days. */
const KEPT = '7 days';
const HOURLY = 3_600_000;

/** Forgets keys that are past their time, now and every hour. */
export function dropOldKeys(pool: Pool, log: Log): { stop(): void } {
  return nowAndEvery(
    HOURLY,
    () => pool.query(`delete from idempotency_keys where created_at < now() - $1::interval`, [KEPT]),
    (err) => log.warn({ err }, 'old idempotency keys could not be dropped; trying again in an hour'),
  );
}
