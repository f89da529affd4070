import type { Database } from '../runner/index.ts';

/** A table that is cut by time, so that what is old goes by dropping a partition. */
export interface PartitionedTable {
  readonly name: 'inbox' | 'outbox';
  /** How long rows are kept, in milliseconds. */
  readonly retention: number;
  /** The bound of a partition for a moment, as an SQL literal. */
  bound(at: number): string;
  /** Whether every row of a partition may go. */
  mayDrop(db: Database, partition: string): Promise<boolean>;
}

/** Partitions are made this far ahead, so that a service that runs never lacks one. */
const AHEAD = 3;

/**
 * Makes the partitions of the coming time and drops those that are past. `width` in milliseconds is the time that one partition holds.
 * The first one of all begins a whole retention earlier, because messages may be that old when a service starts for the first time.
 */
export async function maintainPartitions(db: Database, table: PartitionedTable, width: number, now: number): Promise<{ made: number; dropped: number }> {
  const known = await partitionsOf(db, table.name);
  const current = Math.floor(now / width) * width;
  const end = known.length > 0 ? Math.max(...known.map((each) => each.to)) : 0;
  let made = 0;
  if (known.length === 0) {
    await make(db, table, current - table.retention - width, current);
    made++;
  }
  for (let from = Math.max(end, current); from < current + (AHEAD + 1) * width; from += width) {
    await make(db, table, from, from + width);
    made++;
  }
  let dropped = 0;
  for (const { name, to } of known) {
    if (to > now - table.retention || !(await table.mayDrop(db, name))) continue;
    await db.query(`drop table if exists ${name}`);
    dropped++;
  }
  return { made, dropped };
}

interface Partition {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The bounds stand in the name: `inbox_<from>_<to>`, milliseconds since 1970. */
export async function partitionsOf(db: Database, table: string): Promise<Partition[]> {
  const { rows } = await db.query<{ name: string }>(
    `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = $1::regclass order by 1`,
    [table],
  );
  return rows.map(({ name }) => {
    const [from, to] = name.split('_').slice(-2).map(Number);
    return { name, from: from ?? 0, to: to ?? 0 };
  });
}

async function make(db: Database, table: PartitionedTable, from: number, to: number): Promise<void> {
  const name = `${table.name}_${from}_${to}`;
  // Several statements in one query are one transaction; the lock keeps two processes from making the same partition at once.
  await db.query(`select pg_advisory_xact_lock(hashtext('hengtong.partitions')); create table if not exists ${name} partition of ${table.name} for values from (${table.bound(from)}) to (${table.bound(to)})`);
}
