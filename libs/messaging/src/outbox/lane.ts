/** A row on its way to the bus. */
export interface Queued {
  readonly lane: number;
  readonly epoch: number;
  readonly position: number;
  readonly topic: string;
  readonly wire: { readonly key: string; readonly headers: Readonly<Record<string, string>>; readonly value: string };
}

/**
 * What the owner of a lane knows of it. Positions have no gaps, so three numbers say all:
 * `published` ≤ `queued` ≤ `committed`. What lies between `queued` and `committed` stands in the table and must be read from there.
 */
export class Lane {
  readonly lane: number;
  readonly epoch: number;
  published: number;
  queued: number;
  committed: number;
  /** The `published` that the database has. */
  marked: number;
  /** Up to when, on this process's own clock, nobody else can have taken the lane. */
  heldUntil: number;

  constructor(lane: number, epoch: number, published: number, committed: number, heldUntil: number) {
    this.lane = lane;
    this.epoch = epoch;
    this.published = published;
    this.queued = published;
    this.marked = published;
    this.committed = committed;
    this.heldUntil = heldUntil;
  }

  /** Whether rows wait in the table that nobody has handed over. */
  get behind(): boolean {
    return this.queued < this.committed;
  }

  get drained(): boolean {
    return this.published === this.committed;
  }

  /** Rows `first`…`last` are committed. True if they follow on what is queued, so that they may be queued from memory. */
  follows(first: number, last: number): boolean {
    this.committed = Math.max(this.committed, last);
    if (this.queued !== first - 1) return false;
    this.queued = last;
    return true;
  }

  /** Forgets what is queued: it will be read from the table again. */
  rewind(): void {
    this.queued = this.published;
  }
}
