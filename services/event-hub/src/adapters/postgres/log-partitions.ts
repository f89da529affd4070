import { inTransaction } from '@hengtong/persistence';
import type { Pool } from 'pg';
import { firstIdOf } from '../../domain/first-id.ts';
import type { Retention } from '@hengtong/contracts';

/** Days that events are kept, by retention. */
export type KeepDays = Readonly<Record<Retention, number>>;

const DAY = 86_400_000;
/** Messages may be as old as topics keep them when a hub starts for the first time: 30 days, so in the month before. */
const MONTHS_BEFORE = 2;
const MONTHS_AHEAD = 2;

/** For which times the log has room: [from, to) in milliseconds since 1970. */
export interface Room {
  readonly from: number;
  readonly to: number;
}

/**
 * Makes the months that are needed and drops those that are past their retention. Several processes may do so at once: a lock lets one
 * after another.
 */
export async function maintainLog(pool: Pool, keep: KeepDays, now: Date): Promise<Room> {
  await inTransaction(pool, async (db) => {
    await db.query(`select pg_advisory_xact_lock(hashtext('hengtong.log'))`);
    for (const [retention, days] of Object.entries(keep)) {
      const oldest = now.getTime() - days * DAY;
      for (let n = -MONTHS_BEFORE; n <= MONTHS_AHEAD; n++) {
        const [from, to] = [monthOf(now, n), monthOf(now, n + 1)];
        if (to <= oldest) continue;
        await db.query(
          `create table if not exists ${nameOf(retention, from)} partition of events_${retention}
             for values from ('${firstIdOf(from)}') to ('${firstIdOf(to)}')`,
        );
      }
      for (const name of await monthsOf(db, retention)) {
        const [year = 0, month = 0] = name.split('_').slice(-2).map(Number);
        if (Date.UTC(year, month) <= oldest) await db.query(`drop table ${name}`);
      }
    }
  });
  return { from: monthOf(now, -MONTHS_BEFORE), to: monthOf(now, MONTHS_AHEAD + 1) };
}

/** The beginning of a month, counted from that of `now`. */
const monthOf = (now: Date, n: number): number => Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + n);

function nameOf(retention: string, from: number): string {
  const [year, month] = new Date(from).toISOString().split('-');
  return `events_${retention}_${year}_${month}`;
}

async function monthsOf(db: Pick<Pool, 'query'>, retention: string): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    'select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = $1::regclass order by 1',
    [`events_${retention}`],
  );
  return rows.map(({ name }) => name);
}
