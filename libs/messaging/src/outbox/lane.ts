import type { Outgoing } from '../unit-of-work/index.ts';

/** The messages of one transaction in one lane, on their way to the bus. `position` is that of the last one. */
export interface Queued {
  readonly lane: number;
  readonly epoch: number;
  readonly position: number;
  readonly size: number;
  readonly messages: readonly Outgoing[];
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

  /** Whether messages wait in the table that nobody has handed over. */
  get behind(): boolean {
    return this.queued < this.committed;
  }

  get drained(): boolean {
    return this.published === this.committed;
  }

  /** `size` messages up to `last` are committed. True if they follow on what is queued, so that they may be queued from memory. */
  follows(last: number, size: number): boolean {
    this.committed = Math.max(this.committed, last);
    if (this.queued !== last - size) return false;
    this.queued = last;
    return true;
  }

  /** Forgets what is queued: it will be read from the table again. */
  rewind(): void {
    this.queued = this.published;
  }
}
