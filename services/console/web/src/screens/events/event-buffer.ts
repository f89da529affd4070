import type { CloudEvent } from '../../api/index.ts';

/** An event as it came; `cursor` is where the log can be read on from, known of events of the stream and of the last of each page. */
export interface Received {
  readonly event: CloudEvent;
  readonly cursor?: string;
}

/** A page that was read back, newest first. */
export interface OlderPage {
  readonly items: readonly CloudEvent[];
  /** Where to read further back. */
  readonly next: string;
  readonly hasOlder: boolean;
}

/** How many events are kept while nobody reads further back: older ones are read again when somebody scrolls to them. */
const LIMIT = 10_000;

/**
 * The events of the list, in the order of the log, each once. While it is held the list stays as it is and what comes waits beside it;
 * released, it takes it in. What falls out at the old end can be read again, so that nothing is lost and memory stays bounded.
 */
export class EventBuffer {
  private readonly limit: number;
  /** Oldest first: what comes is pushed, which costs nothing however many there are. */
  private kept: Received[] = [];
  /** Of what came while it is held, the newest: as many as the list would keep. */
  private waiting: Received[] = [];
  private cameWhileHeld = 0;
  private readonly ids = new Set<string>();
  /** So much came while it was held that its beginning fell out of what waits. */
  private hasGap = false;
  private older: { readonly cursor: string | undefined; readonly exists: boolean } = { cursor: undefined, exists: true };
  private held = false;

  constructor(limit = LIMIT) {
    this.limit = limit;
  }

  get length(): number {
    return this.kept.length;
  }

  /** How many came while it is held. */
  get waitingCount(): number {
    return this.cameWhileHeld;
  }

  get isHeld(): boolean {
    return this.held;
  }

  /** Where to read further back from; `undefined` before anything was read: from the end. */
  get olderThan(): string | undefined {
    return this.older.cursor;
  }

  get hasOlder(): boolean {
    return this.older.exists;
  }

  /** The event in a row of the list: 0 is the newest. */
  at(row: number): CloudEvent | undefined {
    return this.kept[this.kept.length - 1 - row]?.event;
  }

  /** The row of an event; -1 if it is not in the list. Looked for from the newest on. */
  rowOf(id: string): number {
    const index = this.kept.findLastIndex(({ event }) => event.id === id);
    return index < 0 ? -1 : this.kept.length - 1 - index;
  }

  /** Takes in what came, oldest first. @returns those that were not there yet */
  receive(batch: readonly Received[]): readonly Received[] {
    const fresh = batch.filter(({ event }) => !this.ids.has(event.id) && this.ids.add(event.id));
    if (this.held) {
      for (const each of fresh) this.waiting.push(each);
      this.cameWhileHeld += fresh.length;
      this.trimWaiting();
    } else {
      for (const each of fresh) this.kept.push(each);
      this.trimKept();
    }
    return fresh;
  }

  /** Takes in a page of what lies before the list. @returns those that were not there yet */
  prepend({ items, next, hasOlder }: OlderPage): readonly Received[] {
    const fresh = items.filter(({ id }) => !this.ids.has(id) && this.ids.add(id));
    const last = fresh.at(-1);
    const received = fresh.map((event): Received => (event === last ? { event, cursor: next } : { event }));
    this.kept = [...received.toReversed(), ...this.kept];
    this.older = { cursor: next, exists: hasOlder };
    return received;
  }

  /** From now on what comes waits. */
  hold(): void {
    this.held = true;
  }

  /** Takes in what has waited, and from now on what comes. */
  release(): void {
    this.held = false;
    if (this.hasGap) this.forget(this.kept);
    this.kept = this.hasGap ? this.waiting : [...this.kept, ...this.waiting];
    if (this.hasGap) this.older = { cursor: this.kept[0]?.cursor, exists: true };
    this.waiting = [];
    this.cameWhileHeld = 0;
    this.hasGap = false;
    this.trimKept();
  }

  private trimWaiting(): void {
    const tooMany = this.waiting.length - this.limit;
    if (tooMany <= 0) return;
    this.hasGap = true;
    this.forget(this.waiting.splice(0, tooMany));
  }

  /** A tenth at a time; down to an event before which one can read on. */
  private trimKept(): void {
    if (this.kept.length <= this.limit) return;
    const least = this.kept.length - this.limit + Math.floor(this.limit / 10);
    const first = this.kept.findIndex(({ cursor }, index) => index >= least && cursor !== undefined);
    if (first < 0) return;
    this.forget(this.kept.splice(0, first));
    this.older = { cursor: this.kept[0]?.cursor, exists: true };
  }

  private forget(gone: readonly Received[]): void {
    for (const { event } of gone) this.ids.delete(event.id);
  }
}
