import type { Context } from '@hengtong/contracts';
import type { Loader } from './loader.ts';
import type { Table } from './table.ts';

/** The same shape, in which what is optional may also be given as undefined. */
type Loose<T> = { readonly [K in keyof T]: undefined extends T[K] ? T[K] | undefined : T[K] };

/** What a handler says of a message that it sends; the unit of work adds id, source, time, cause and trace. */
export interface Sending extends Loose<Omit<Context, 'id' | 'source' | 'time'>> {
  readonly topic: string;
  readonly data: unknown;
}

/**
 * All that a handler sees of the transaction that it runs in: it is written for one message, as if there were no other. What it
 * writes and sends counts only if it returns.
 */
export interface Unit {
  /** The moment of the transaction, RFC 3339. */
  readonly now: string;
  load<Key, Value>(loader: Loader<Key, Value>, key: Key): Promise<Value>;
  write<Row>(table: Table<Row>, row: Row): void;
  /** Gives the id under which it will be published. */
  send(message: Sending): string;
}
