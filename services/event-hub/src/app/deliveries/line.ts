import type { FailureBudget } from '../../domain/failure-budget.ts';
import { Endpoint } from './endpoint.ts';
import type { Made } from './matcher.ts';
import type { Interest, LoggedEvent, Subscription } from './ports.ts';

/** Deliveries of one subscription that are held in memory at the most, and the number below which more are read. */
export const [FULL, LOW] = [250, 100];

/** A subscription as it stands, and what it is interested in. */
export interface Wish<Event extends LoggedEvent> {
  readonly subscription: Subscription;
  readonly interest: Interest<Event>;
}

/** The deliveries of one subscription that wait in memory. */
export class Line<Event extends LoggedEvent> {
  endpoint: Endpoint;
  wish: Wish<Event>;
  /** There may be due ones in the database that are not held here. */
  behind = true;
  private loading = false;
  private open = true;
  private queue: Made<Event>[] = [];
  /** Those that wait, are under way, or are not recorded yet: none of them may be read again. */
  private readonly held = new Set<string>();
  /** Since when, in milliseconds since 1970; the oldest first. */
  private readonly underWay = new Map<string, number>();
  /** Lanes in which one is under way. */
  private readonly busy = new Set<string>();
  /** Lanes in which one has failed and is to be tried again, and whether that is recorded: from then on the database holds them back. */
  private readonly blocked = new Map<string, boolean>();

  constructor(wish: Wish<Event>, budget: FailureBudget | undefined) {
    this.wish = wish;
    this.endpoint = new Endpoint(budget);
  }

  get waiting(): number {
    return this.queue.length;
  }

  /** Whether more should be read. */
  get wants(): boolean {
    return this.open && this.behind && !this.loading && this.queue.length < LOW;
  }

  /** Ids of those that must not be read. */
  get holds(): string[] {
    return [...this.held];
  }

  /** Nothing waits, is under way or is about to be recorded. */
  get isDone(): boolean {
    return !this.open && !this.loading && this.held.size === 0;
  }

  /** Sends nothing more until it is resumed; what waits stays pending in the database. */
  halt(): void {
    this.open = false;
    this.forget(() => true);
  }

  /** Goes on, after a change or a halt. Nothing is known of another sink, nor of one that was given up before. */
  resume(wish: Wish<Event>): void {
    const isNew = !this.open || wish.subscription.sink !== this.wish.subscription.sink;
    if (isNew && wish !== this.wish) this.endpoint = new Endpoint(undefined);
    this.wish = wish;
    this.open = true;
    this.behind = true;
  }

  /**
   * Takes deliveries that were just made. They are left to be read from the database when others there come first, and when they are
   * ordered: only there is it known what else of a case is pending.
   */
  take(made: readonly Made<Event>[]): void {
    const { ordered } = this.wish.subscription;
    if (!this.open || this.behind || this.loading || ordered || this.queue.length + made.length > FULL) this.behind = true;
    else this.add(made);
  }

  /** Deliveries are being read from now on. */
  startsLoading(): void {
    this.loading = true;
    this.behind = false;
  }

  /** They have been read, or could not be. */
  stopsLoading(): void {
    this.loading = false;
    for (const [lane, recorded] of this.blocked) if (recorded) this.blocked.delete(lane);
  }

  /** Takes deliveries that were read, those of a lane in their order. */
  add(due: readonly Made<Event>[]): void {
    if (!this.open) return;
    for (const one of due) {
      if (one.lane !== null && this.blocked.has(one.lane)) continue;
      this.held.add(one.id);
      this.queue.push(one);
    }
  }

  /** The next one to be sent, and it counts as under way; or the milliseconds until there is one; or undefined: until something ends. */
  next(now: number): Made<Event> | number | undefined {
    const index = this.queue.findIndex(({ lane }) => lane === null || !this.busy.has(lane));
    if (index < 0) return undefined;
    const since = this.underWay.values().next().value;
    const wait = this.endpoint.mayTry(this.underWay.size, since, this.wish.subscription.ratePerSecond, now);
    if (wait !== 0) return wait;
    const [next] = this.queue.splice(index, 1);
    if (next) this.underWay.set(next.id, now);
    if (next?.lane) this.busy.add(next.lane);
    return next;
  }

  /** One has ended, and is not recorded yet. `again`: it has failed, and will be tried once more. */
  ended({ id, lane }: Made<Event>, again: boolean): void {
    this.underWay.delete(id);
    if (lane === null) return;
    this.busy.delete(lane);
    if (!again) return;
    this.blocked.set(lane, false);
    this.forget((one) => one.lane === lane);
  }

  /** One is recorded. */
  recorded({ id, lane }: Made<Event>): void {
    this.held.delete(id);
    if (lane === null || !this.blocked.has(lane)) return;
    // What is being read right now may have been read before it was recorded.
    if (this.loading) this.blocked.set(lane, true);
    else this.blocked.delete(lane);
  }

  private forget(which: (one: Made<Event>) => boolean): void {
    for (const one of this.queue) if (which(one)) this.held.delete(one.id);
    this.queue = this.queue.filter((one) => !which(one));
  }
}
