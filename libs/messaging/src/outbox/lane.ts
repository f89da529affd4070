import type { StoredRow } from './read-rows.ts';

/** Above this many messages in memory (the bus is down, or slow) a lane forgets what it has not sent, and reads it from the table in time. */
const MOST_IN_MEMORY = 10_000;

/**
 * What the owner of a lane knows of it. Positions have no gaps, so a few numbers say all: `published` ≤ on its way ≤ `queued` ≤
 * `committed`. What lies between `queued` and `committed` stands in the table only and must be read from there.
 */
export class Lane {
  readonly lane: number;
  readonly epoch: number;
  published: number;
  /** The `published` that the database has. */
  marked: number;
  committed: number;
  /** Up to when, on this process's own clock, nobody else can have taken the lane. */
  heldUntil: number;
  /** What `published` was at the look before. */
  private seen = -1;
  private queued: number;
  private waiting: StoredRow[] = [];
  private onItsWay: number | undefined;

  constructor(lane: number, epoch: number, published: number, committed: number, heldUntil: number) {
    this.lane = lane;
    this.epoch = epoch;
    this.published = published;
    this.marked = published;
    this.queued = published;
    this.committed = committed;
    this.heldUntil = heldUntil;
  }

  /** The position behind which rows must be read from the table, if there are such. */
  get behind(): number | undefined {
    return this.queued < this.committed ? this.queued : undefined;
  }

  get hasRows(): boolean {
    return this.waiting.length > 0;
  }

  /** Whether the bus has rows of this lane that it has neither acknowledged nor refused. */
  get inFlight(): boolean {
    return this.onItsWay !== undefined;
  }

  /**
   * At each look: whether the database's mark is behind and nobody moves it, because nothing has been published since the look before.
   * In a busy lane each transaction takes the mark along.
   */
  look(): boolean {
    const isQuiet = this.seen === this.published;
    this.seen = this.published;
    return isQuiet && this.marked < this.published;
  }

  /** Takes a row that this process has committed, unless others stand before it in the table. */
  handOver(row: StoredRow): void {
    this.committed = Math.max(this.committed, row.position);
    this.follow(row);
    if (this.queued - this.published > MOST_IN_MEMORY) this.forget();
  }

  /** Takes rows that were read from the table. Those that were handed over meanwhile are there already. */
  read(rows: readonly StoredRow[]): void {
    for (const row of rows) this.follow(row);
  }

  /** What is to be sent next; nothing more is given before that is acknowledged or refused. */
  take(): readonly StoredRow[] {
    const rows = this.waiting;
    this.waiting = [];
    this.onItsWay = this.queued;
    return rows;
  }

  acknowledged(): void {
    this.published = this.onItsWay ?? this.published;
    this.onItsWay = undefined;
  }

  /** The bus did not take it, or nobody knows: it will be sent again, before all behind it. */
  refused(): void {
    this.onItsWay = undefined;
    this.forget();
  }

  private follow(row: StoredRow): void {
    if (row.position - row.size !== this.queued) return;
    this.waiting.push(row);
    this.queued = row.position;
  }

  private forget(): void {
    this.waiting = [];
    this.queued = this.onItsWay ?? this.published;
  }
}
