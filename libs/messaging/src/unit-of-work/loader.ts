import type { ClientBase } from 'pg';
import type { Table } from './table.ts';

/**
 * A read by key. Handlers ask for one key; all keys that are asked for in the same turn become one query.
 * What the unit of work is about to write to `sees.table` is laid over what the database said, so that the next message of
 * the same key finds it.
 */
export interface Loader<Key, Value> {
  readonly name: string;
  /** One statement with `= any($1)`. Keys that are missing in the map load as `absent`. */
  query(db: ClientBase, keys: readonly Key[]): Promise<ReadonlyMap<Key, Value>>;
  readonly absent: Value;
  readonly sees?: Overlay<Key, Value>;
}

/** How a row that is not flushed yet changes what a loader gives. */
export interface Overlay<Key, Value> {
  readonly table: Table<never>;
  /** The key under which the row would be found, or undefined if it would not be. */
  keyOf(row: unknown): Key | undefined;
  apply(value: Value, row: unknown): Value;
}

/** Declares a loader. */
export const loader = <Key extends string, Value>(spec: Loader<Key, Value>): Loader<Key, Value> => spec;
