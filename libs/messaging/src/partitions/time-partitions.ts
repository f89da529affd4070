import type { Database } from '../database.ts';

/** A table that is cut by time, so that what is old goes by dropping a partition. */
export interface PartitionedTable {
  readonly name: 'inbox' | 'outbox';
  /** How long rows are kept, in milliseconds. */
  readonly retention: number;
  /** The bound of a partition for a moment, as an SQL literal. */
  bound(at: number): string;
  /** Whether every row of a partition may go. */
  mayDrop(db: Database, span: Span): Promise<boolean>;
}

/** From a moment on until before another, in milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

interface Partition extends Span {
  readonly name: string;
}

/** Partitions are made this far ahead, so that a service that runs never lacks one. */
const AHEAD = 3;
/** Overlaps a partition that is there. */
const INVALID_OBJECT_DEFINITION = '42P17';
/** It is gone. */
const UNDEFINED_TABLE = '42P01';

/**
 * The next partition to be made, or undefined if there are enough; `width` in milliseconds is the time that one holds. What lies between
 * the last one and now is one partition: a service that was away for long must find room for the messages of all that time. The first
 * one of all begins a whole retention earlier, because messages may be that old when a service starts for the first time.
 */
export function nextMissing(known: readonly Span[], retention: number, width: number, now: number): Span | undefined {
  const current = Math.floor(now / width) * width;
  const end = known.length > 0 ? Math.max(...known.map(({ to }) => to)) : current - retention - width;
  if (end < current) return { from: end, to: current };
  return end < current + (AHEAD + 1) * width ? { from: end, to: end + width } : undefined;
}

/** Makes the partitions of the coming time. Several processes may do so at once. */
export async function makePartitions(db: Database, table: PartitionedTable, width: number, now: number): Promise<void> {
  for (let overlapped: number | undefined; ;) {
    const missing = nextMissing(await partitionsOf(db, table.name), table.retention, width, now);
    if (!missing) return;
    try {
      await make(db, table, missing);
    } catch (error) {
      // Another process has made one at the same moment, with an end of its own: what is missing now must be looked at again.
      if ((error as { code?: string }).code !== INVALID_OBJECT_DEFINITION || overlapped === missing.from) throw error;
      overlapped = missing.from;
    }
  }
}

/** The partitions that are past their retention. */
export const past = (partitions: readonly Partition[], retention: number, now: number): Partition[] =>
  partitions.filter(({ to }) => to <= now - retention);

/** Drops what is past its retention and may go. Several processes may do so at once. @returns how many partitions. */
export async function dropPartitions(db: Database, table: PartitionedTable, now: number): Promise<number> {
  let dropped = 0;
  for (const partition of past(await partitionsOf(db, table.name), table.retention, now)) {
    try {
      if (!(await table.mayDrop(db, partition))) continue;
      await alone(db, `drop table if exists ${partition.name}`);
      dropped++;
    } catch (error) {
      // Another process has dropped it since we looked.
      if ((error as { code?: string }).code !== UNDEFINED_TABLE) throw error;
    }
  }
  return dropped;
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

async function make(db: Database, table: PartitionedTable, { from, to }: Span): Promise<void> {
  const name = `${table.name}_${from}_${to}`;
  await alone(
    db,
    `create table if not exists ${name} partition of ${table.name} for values from (${table.bound(from)}) to (${table.bound(to)})`,
  );
}

/** Several statements in one query are one transaction; the lock keeps two processes from making or dropping a partition at once. */
async function alone(db: Database, statement: string): Promise<void> {
  await db.query(`select pg_advisory_xact_lock(hashtext('hengtong.partitions')); ${statement}`);
}
