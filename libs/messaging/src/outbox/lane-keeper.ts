import type { Database } from '../database.ts';
import { claimLanes, type LaneState, readLanes, releaseLane, renewLanes } from './keep-lanes.ts';
import { Lane } from './lane.ts';

export interface LaneKeeperOptions {
  readonly database: Database;
  /** Names this process among those that share the lanes. */
  readonly owner: string;
  readonly log: { warn(details: object, message: string): void; info(details: object, message: string): void };
  /** How long a lane stays with an owner that is not heard of, in whole seconds, more than 2; 10 unless told. */
  readonly leaseSeconds?: number;
  /** How often the lanes are looked at for rows of others, in milliseconds; 200 unless told. */
  readonly sweepEvery?: number;
}

/** Kept back from the lease, in milliseconds, for what a send may take that has begun. */
const LEASE_MARGIN = 2_000;

/** Takes lanes, holds them by renewing their leases, and gives them back: which lanes of the outbox this process may send in. */
export class LaneKeeper {
  private readonly options: Required<LaneKeeperOptions>;
  private readonly looked: () => void;
  private readonly lanes = new Map<number, Lane>();
  private all: readonly LaneState[] = [];
  private wanted: ReadonlySet<number> = new Set();
  private keeping: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private failures = 0;

  /** `looked` is called after each look at the lanes: there may be rows of others to be sent. */
  constructor(options: LaneKeeperOptions, looked: () => void) {
    this.options = { leaseSeconds: 10, sweepEvery: 200, ...options };
    this.looked = looked;
  }

  get owner(): string {
    return this.options.owner;
  }

  get leaseSeconds(): number {
    return this.options.leaseSeconds;
  }

  /** Up to when a lease lasts at the least that the database has renewed no earlier than `since`. */
  holdsUntil(since: number): number {
    return since + this.options.leaseSeconds * 1_000 - LEASE_MARGIN;
  }

  start(): void {
    this.timer = setInterval(() => void this.keep(), this.options.sweepEvery);
  }

  want(lanes: readonly number[]): void {
    this.wanted = new Set(lanes);
    void this.keep();
  }

  held(lane: number): Lane | undefined {
    return this.lanes.get(lane);
  }

  /** The lanes in which this process may begin to send at the moment `now`. */
  usable(now: number): Lane[] {
    return [...this.lanes.values()].filter((lane) => this.wanted.has(lane.lane) && now < lane.heldUntil);
  }

  /** Puts a lane behind the others in the order of `usable`. */
  last(lane: Lane): void {
    if (this.lanes.delete(lane.lane)) this.lanes.set(lane.lane, lane);
  }

  /** Messages that are committed and not yet acknowledged by the bus. */
  get unpublished(): number {
    const own = [...this.lanes.values()].reduce((sum, lane) => sum + lane.committed - lane.published, 0);
    const foreign = this.all.filter(({ lane }) => !this.lanes.has(lane)).reduce((sum, { last, published }) => sum + last - published, 0);
    return own + foreign;
  }

  /** Keeps no more, and gives the lanes back that have nothing on its way. The others stay until their lease ends. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.wanted = new Set();
    await this.keeping;
    await this.giveBack();
  }

  /** Looks at the lanes; one look at a time. */
  private keep(): Promise<void> {
    this.keeping ??= this.look()
      .then(() => (this.failures = 0))
      .catch((err: unknown) => {
        if (this.failures++ % 25 === 0) this.options.log.warn({ err }, 'the lanes cannot be kept; trying again');
      })
      .then(() => (this.keeping = undefined));
    return this.keeping;
  }

  private async look(): Promise<void> {
    const since = performance.now();
    this.all = await readLanes(this.options.database);
    for (const state of this.all) this.compare(state);
    await this.renew(since);
    await this.giveBack();
    await this.claim(since);
    this.looked();
  }

  private compare({ lane, epoch, last }: LaneState): void {
    const held = this.lanes.get(lane);
    if (!held) return;
    held.committed = Math.max(held.committed, last);
    if (held.epoch === epoch) return;
    this.lanes.delete(lane);
    this.options.log.warn({ lane }, 'another process owns this lane of the outbox now');
  }

  /**
   * Moves the marks of lanes that have come to rest, and holds lanes for another lease. One that is locked at this moment is left to the
   * next look.
   */
  private async renew(since: number): Promise<void> {
    const { database, owner, leaseSeconds } = this.options;
    const soon = since + (leaseSeconds * 1_000) / 2;
    const stale = [...this.lanes.values()].filter((lane) => lane.look() || lane.heldUntil < soon);
    if (stale.length === 0) return;
    const marks = new Map(stale.map((held) => [held.lane, { lane: held.lane, epoch: held.epoch, published: held.published }]));
    const renewed = new Set(await renewLanes(database, owner, leaseSeconds, [...marks.values()]));
    for (const lane of stale) {
      if (!renewed.has(lane.lane)) continue;
      lane.heldUntil = Math.max(lane.heldUntil, this.holdsUntil(since));
      lane.marked = marks.get(lane.lane)?.published ?? lane.marked;
    }
  }

  /** Lanes that this process does not want any more; what is left in them is the next owner's, who begins at the mark. */
  private async giveBack(): Promise<void> {
    const left = [...this.lanes.values()].filter((lane) => !this.wanted.has(lane.lane) && !lane.inFlight);
    for (const lane of left) this.lanes.delete(lane.lane);
    await Promise.all(left.map((lane) => releaseLane(this.options.database, this.options.owner, lane)));
  }

  private async claim(since: number): Promise<void> {
    const { database, owner, leaseSeconds, log } = this.options;
    const free = this.all.filter(({ lane, owner: has }) => has === null && this.wanted.has(lane) && !this.lanes.has(lane));
    if (free.length === 0) return;
    const claimed = await claimLanes(
      database,
      owner,
      leaseSeconds,
      free.map(({ lane }) => lane),
    );
    for (const { lane, epoch, published, last } of claimed) {
      this.lanes.set(lane, new Lane(lane, epoch, published, last, this.holdsUntil(since)));
    }
    if (claimed.length > 0) log.info({ lanes: claimed.map(({ lane }) => lane) }, 'took over lanes of the outbox');
  }
}
