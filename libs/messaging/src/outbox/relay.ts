import { encode } from '@hengtong/contracts';
import type { EventBus } from '../bus/index.ts';
import type { Database } from '../runner/index.ts';
import { claimLanes, type LaneState, readLanes, releaseLanes, renewLanes } from './keep-lanes.ts';
import { Lane, type Queued } from './lane.ts';
import { readRows } from './read-rows.ts';

export interface RelayOptions {
  readonly database: Database;
  readonly bus: EventBus;
  /** Names this process among those that share the lanes. */
  readonly owner: string;
  readonly log: { warn(details: object, message: string): void; info(details: object, message: string): void };
  /** How long a lane stays with an owner that is not heard of, in seconds; 10 unless told. */
  readonly leaseSeconds?: number;
  /** How often the lanes are looked at for rows of others, in milliseconds; 200 unless told. */
  readonly sweepEvery?: number;
}

/** Kept back from the lease, in milliseconds, for what a send may take that has begun. */
const LEASE_MARGIN = 2_000;
/** Above this many transactions in memory (the bus is down) they are forgotten, and read from the table when it is back. */
const MOST_QUEUED = 1_000;
/** Transactions that are read from the table at a time. */
const PAGE = 100;

/**
 * Publishes what the outbox holds, each lane by its one owner and in the order of its positions. Rows come straight from the
 * transaction that committed them; whatever was missed (a crash, another process, an outage) is read from the table.
 */
export class Relay {
  private readonly options: Required<RelayOptions>;
  private readonly lanes = new Map<number, Lane>();
  private others: readonly LaneState[] = [];
  private wanted: ReadonlySet<number> = new Set();
  private queue: Queued[] = [];
  private stopping = false;
  private sending: Promise<void> | undefined;
  private keeping: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private failures = 0;

  constructor(options: RelayOptions) {
    this.options = { leaseSeconds: 10, sweepEvery: 200, ...options };
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

  /** The lanes that this process is to own: those whose keys it consumes. Others are given back once they are drained. */
  want(lanes: readonly number[]): void {
    this.wanted = new Set(lanes);
    void this.keep();
  }

  held(lane: number): Lane | undefined {
    return this.lanes.get(lane);
  }

  /** Messages that are committed and not yet acknowledged by the bus. */
  get unpublished(): number {
    const own = [...this.lanes.values()].reduce((sum, lane) => sum + lane.committed - lane.published, 0);
    const foreign = this.others.filter(({ lane }) => !this.lanes.has(lane)).reduce((sum, { last, published }) => sum + last - published, 0);
    return own + foreign;
  }

  /** What this process has just committed in a lane, which it then owned. */
  enqueue(lane: Lane, queued: Queued, heldUntil: number): void {
    if (this.lanes.get(lane.lane) !== lane) return;
    lane.heldUntil = Math.max(lane.heldUntil, heldUntil);
    if (lane.follows(queued.position, queued.size)) this.queue.push(queued);
    if (this.queue.length > MOST_QUEUED) this.forget();
    this.wake();
  }

  /** Publishes what is left for at most `milliseconds`, gives the lanes back. */
  async stop(milliseconds: number): Promise<void> {
    const until = performance.now() + milliseconds;
    clearInterval(this.timer);
    await this.keeping;
    while (performance.now() < until && this.failures === 0 && [...this.lanes.values()].some((lane) => !lane.drained)) {
      this.wake();
      await this.sending;
    }
    this.stopping = true;
    await this.sending;
    await releaseLanes(this.options.database, this.owner, [...this.lanes.values()]);
    this.lanes.clear();
  }

  private wake(): void {
    this.sending ??= this.send().finally(() => (this.sending = undefined));
  }

  private async send(): Promise<void> {
    while (!this.stopping) {
      if (this.queue.length === 0 && !(await this.readBehind())) return;
      const rows = this.queue.filter((row) => this.mayStillSend(row));
      this.queue = [];
      if (rows.length === 0) continue;
      try {
        await this.options.bus.publish(
          rows.flatMap(({ lane, messages }) => messages.map(({ topic, message }) => ({ topic, partition: lane, message: encode(message) }))),
        );
        this.failures = 0;
        for (const row of rows) this.acknowledge(row);
      } catch (error) {
        this.options.log.warn({ err: error, rows: rows.length }, 'the bus did not take a batch; it will be sent again');
        this.forget();
        await this.pause();
      }
    }
  }

  private mayStillSend({ lane, epoch }: Queued): boolean {
    const held = this.lanes.get(lane);
    return held?.epoch === epoch && performance.now() < held.heldUntil;
  }

  private acknowledge({ lane, epoch, position }: Queued): void {
    const held = this.lanes.get(lane);
    if (held?.epoch === epoch) held.published = Math.max(held.published, position);
  }

  private forget(): void {
    this.queue = [];
    for (const lane of this.lanes.values()) lane.rewind();
  }

  private async pause(): Promise<void> {
    const milliseconds = Math.min(5_000, 100 * 2 ** this.failures++);
    await new Promise((resolve) => setTimeout(resolve, this.stopping ? 0 : milliseconds));
  }

  /** Reads a page of what was not handed over. False if there is nothing. */
  private async readBehind(): Promise<boolean> {
    const now = performance.now();
    const lane = [...this.lanes.values()].find((each) => each.behind && now < each.heldUntil);
    if (!lane) return false;
    try {
      const rows = await readRows(this.options.database, lane.lane, lane.queued, PAGE);
      for (const { position, size, messages } of rows) {
        if (!lane.follows(position, size)) break;
        this.queue.push({ lane: lane.lane, epoch: lane.epoch, position, size, messages });
      }
      return rows.length > 0;
    } catch (error) {
      this.options.log.warn({ err: error }, 'the outbox cannot be read; trying again');
      await this.pause();
      return false;
    }
  }

  /** Renews, claims and gives back lanes; one at a time. */
  private keep(): Promise<void> {
    this.keeping ??= this.keepOnce()
      .catch((error: unknown) => this.options.log.warn({ err: error }, 'the lanes cannot be kept; trying again'))
      .finally(() => (this.keeping = undefined));
    return this.keeping;
  }

  private async keepOnce(): Promise<void> {
    const { database, owner, leaseSeconds } = this.options;
    const now = performance.now();
    const leaseEnds = this.holdsUntil(now);
    this.others = await readLanes(database);
    for (const state of this.others) this.compare(state);

    const stale = [...this.lanes.values()].filter((lane) => lane.marked < lane.published || lane.heldUntil - now < (leaseSeconds * 1_000) / 2);
    if (stale.length > 0) {
      const marks = stale.map(({ lane, epoch, published }) => ({ lane, epoch, published }));
      const kept = new Set(await renewLanes(database, owner, leaseSeconds, marks));
      for (const [index, lane] of stale.entries()) {
        if (!kept.has(lane.lane)) this.lose(lane);
        else Object.assign(lane, { heldUntil: Math.max(lane.heldUntil, leaseEnds), marked: marks[index]?.published });
      }
    }
    const givenBack = [...this.lanes.values()].filter((lane) => !this.wanted.has(lane.lane) && lane.drained);
    if (givenBack.length > 0) {
      for (const lane of givenBack) this.lanes.delete(lane.lane);
      await releaseLanes(database, owner, givenBack);
    }
    const free = this.others.filter(({ lane, owner: has }) => has === null && this.wanted.has(lane) && !this.lanes.has(lane));
    if (free.length > 0) {
      const claimed = await claimLanes(database, owner, leaseSeconds, free.map(({ lane }) => lane));
      for (const { lane, epoch, published, last } of claimed) this.lanes.set(lane, new Lane(lane, epoch, published, last, leaseEnds));
      this.options.log.info({ lanes: claimed.map(({ lane }) => lane) }, 'took over lanes of the outbox');
    }
    this.wake();
  }

  private compare({ lane, epoch, last }: LaneState): void {
    const held = this.lanes.get(lane);
    if (!held) return;
    if (held.epoch !== epoch) this.lose(held);
    else held.committed = Math.max(held.committed, last);
  }

  private lose(lane: Lane): void {
    this.lanes.delete(lane.lane);
    this.options.log.warn({ lane: lane.lane }, 'another process owns this lane of the outbox now');
  }
}
