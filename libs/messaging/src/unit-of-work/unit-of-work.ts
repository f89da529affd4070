import type { Message } from '@hengtong/contracts';
import DataLoader from 'dataloader';
import type { ClientBase } from 'pg';
import type { Loader, Overlay } from './loader.ts';
import type { Table } from './table.ts';
import type { Sending, Unit } from './unit.ts';

/** A message that is to be published once the transaction is committed. */
export interface Outgoing {
  readonly topic: string;
  readonly message: Message;
  /** The message's data as JSON. */
  readonly body: string;
}

/** Makes of a handler's wish a message with id, source, time, cause and trace. */
export type Stamp = (sending: Sending, now: string, cause: Cause) => Omit<Outgoing, 'body'>;

/** The message or request that a handler works on, as far as what it sends must tell. */
export interface Cause {
  readonly id?: string | undefined;
  readonly traceparent?: string | undefined;
}

/** All that one batch reads and is about to write, in one transaction. */
export class UnitOfWork {
  private readonly db: ClientBase;
  private readonly stamp: Stamp;
  private readonly now: string;
  private readonly loaders = new Map<Loader<never, unknown>, DataLoader<unknown, unknown>>();
  private readonly rows = new Map<Table<never>, unknown[]>();
  private readonly overlays = new Map<Overlay<never, unknown>, OverlayIndex>();
  readonly outgoing: Outgoing[] = [];
  /** What the database said to the first question that it refused: the transaction can do nothing more, whatever handlers make of it. */
  fault: Error | undefined;

  constructor(db: ClientBase, stamp: Stamp, now: string) {
    this.db = db;
    this.stamp = stamp;
    this.now = now;
  }

  /** A view for one handler, whose writes stay apart until `merge`. */
  open(cause: Cause): { unit: Unit; merge(): void } {
    const staged: { table: Table<never>; row: unknown }[] = [];
    const sendings: Outgoing[] = [];
    const { now } = this;
    const unit: Unit = {
      now,
      load: async (loader, key) => {
        const value = await this.load(loader, key);
        return own(loader, key, value, staged);
      },
      write: (table, row) => void staged.push({ table, row }),
      send: (sending) => {
        const stamped = this.stamp(sending, now, cause);
        sendings.push({ ...stamped, body: JSON.stringify(sending.data) });
        return stamped.message.id;
      },
    };
    const merge = (): void => {
      for (const { table, row } of staged) this.add(table, row);
      this.outgoing.push(...sendings);
    };
    return { unit, merge };
  }

  /** Adds rows of the platform's own, such as those of the inbox. */
  add(table: Table<never>, row: unknown): void {
    const rows = this.rows.get(table);
    if (rows) rows.push(row);
    else this.rows.set(table, [row]);
  }

  /** One statement a table; each is on its way when it is given. */
  *flush(): Generator<Promise<unknown>> {
    for (const [table, rows] of [...this.rows].sort(([a], [b]) => a.rank - b.rank)) yield table.flush(this.db, rows as never);
  }

  /** Notes the fault of a question that the batch asks of the database. */
  async watch<T>(question: Promise<T>): Promise<T> {
    try {
      return await question;
    } catch (error) {
      this.fault ??= error as Error;
      throw error;
    }
  }

  private async load<Key, Value>(loader: Loader<Key, Value>, key: Key): Promise<Value> {
    const stored = (await this.loaderFor(loader).load(key)) as Value;
    if (!loader.sees) return stored;
    let value = stored;
    for (const row of this.indexFor(loader.sees).rows(key)) value = loader.sees.apply(value, row);
    return value;
  }

  private loaderFor<Key, Value>(loader: Loader<Key, Value>): DataLoader<unknown, unknown> {
    const known = this.loaders.get(loader as never);
    if (known) return known;
    const made = new DataLoader<unknown, unknown>(
      async (keys) => {
        const found = await this.watch(loader.query(this.db, keys as readonly Key[]));
        return keys.map((key) => found.get(key as Key) ?? loader.absent);
      },
      { maxBatchSize: Infinity },
    );
    this.loaders.set(loader as never, made);
    return made;
  }

  private indexFor<Key, Value>(overlay: Overlay<Key, Value>): OverlayIndex {
    const known = this.overlays.get(overlay as never);
    if (known) return known;
    const made = new OverlayIndex(overlay, () => this.rows.get(overlay.table) ?? []);
    this.overlays.set(overlay as never, made);
    return made;
  }
}

/** Finds the rows that a loader's key must see, reading each row once however many keys ask. */
class OverlayIndex {
  private readonly overlay: Overlay<unknown, unknown>;
  private readonly source: () => readonly unknown[];
  private readonly byKey = new Map<unknown, unknown[]>();
  private read = 0;

  constructor(overlay: Overlay<unknown, unknown>, source: () => readonly unknown[]) {
    this.overlay = overlay;
    this.source = source;
  }

  rows(key: unknown): readonly unknown[] {
    const source = this.source();
    for (; this.read < source.length; this.read++) {
      const row = source[this.read];
      const at = this.overlay.keyOf(row);
      if (at === undefined) continue;
      const rows = this.byKey.get(at);
      if (rows) rows.push(row);
      else this.byKey.set(at, [row]);
    }
    return this.byKey.get(key) ?? [];
  }
}

function own<Key, Value>(
  loader: Loader<Key, Value>,
  key: Key,
  value: Value,
  staged: readonly { table: Table<never>; row: unknown }[],
): Value {
  const { sees } = loader;
  if (!sees) return value;
  let seen = value;
  for (const { table, row } of staged) {
    if (table === sees.table && sees.keyOf(row) === key) seen = sees.apply(seen, row);
  }
  return seen;
}
