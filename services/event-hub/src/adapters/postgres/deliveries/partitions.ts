import type { Pool } from 'pg';
import { firstIdOf } from '../../../domain/first-id.ts';

const DAY = 86_400_000;
/** Milliseconds that one partition holds, and that settled deliveries are kept. */
const [WIDTH, KEPT] = [7 * DAY, 30 * DAY];
/** Partitions that are there before they are needed. */
const AHEAD = 2;
const TABLES = ['deliveries', 'attempts'] as const;

/**
 * Makes the partitions of this week and the two to come, and drops those that ended 30 days ago and hold nothing that is pending.
 * `now` in milliseconds since 1970. Only the process that delivers does this.
 */
export async function keepPartitions(pool: Pool, now: number): Promise<void> {
  const current = Math.floor(now / WIDTH);
  for (let week = current; week <= current + AHEAD; week++) {
    for (const table of TABLES) {
      await pool.query(
        `create table if not exists ${table}_${week} partition of ${table}
           for values from ('${firstIdOf(week * WIDTH)}') to ('${firstIdOf((week + 1) * WIDTH)}')`,
      );
    }
  }
  for (const week of await weeks(pool)) {
    if ((week + 1) * WIDTH > now - KEPT) continue;
    const { rows } = await pool.query(`select from deliveries_${week} where status = 'pending' limit 1`);
    if (rows.length > 0) continue;
    // Attempts first: what is there to be dropped is told by the deliveries.
    for (const table of TABLES.toReversed()) await pool.query(`drop table ${table}_${week}`);
  }
}

async function weeks(pool: Pool): Promise<number[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'deliveries'::regclass`,
  );
  return rows.map(({ name }) => Number(name.split('_').at(-1)));
}
