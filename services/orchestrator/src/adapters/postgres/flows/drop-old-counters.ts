import { nowAndEvery } from '@hengtong/platform';
import type { Pool } from 'pg';

type Log = Record<'warn', (details: object, message: string) => void>;

const HOURLY = 3_600_000;

/**
 * Drops counters by hour and day that are older than so many days, now and every hour; those of steps by hour, which are read for two hours
 * only, after two days. What is counted by version stays.
 */
export function dropOldCounters(pool: Pool, days: number, log: Log): { stop(): void } {
  return nowAndEvery(
    HOURLY,
    () => dropBefore(pool, days),
    (err) => log.warn({ err }, 'old counters could not be dropped; trying again in an hour'),
  );
}

async function dropBefore(pool: Pool, days: number): Promise<void> {
  await pool.query(`delete from flow_hours where hour < now() - make_interval(days => $1)`, [days]);
  await pool.query(`delete from cell_days where day < current_date - $1::int`, [days]);
  await pool.query(`delete from step_hours where hour < now() - make_interval(days => least($1, 2))`, [days]);
}
