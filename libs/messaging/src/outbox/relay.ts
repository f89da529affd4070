import { setTimeout as sleep } from 'node:timers/promises';
import { encode } from '@hengtong/contracts';
import type { EventBus, OutgoingMessage } from '../bus/index.ts';
import { inTime } from '../in-time.ts';
import { LaneKeeper, type LaneKeeperOptions } from './lane-keeper.ts';
import type { Lane } from './lane.ts';
import { readRows, type StoredRow } from './read-rows.ts';

export interface RelayOptions extends LaneKeeperOptions {
  readonly bus: EventBus;
}

/** Rows that are read from the table at a time. */
const PAGE = 100;

/**
 * Publishes what the outbox holds, each lane by its one owner and in the order of its positions. Rows come straight from the
 * transaction that committed them; whatever was missed (a crash, another process, an outage) is read from the table.
 */
export class Relay {
  private readonly options: RelayOptions;
  private readonly lanes: LaneKeeper;
  private readonly draining = new AbortController();
  private sending: Promise<void> | undefined;
  private woken = false;
  private failures = 0;
  private over = false;

  constructor(options: RelayOptions) {
    this.options = options;
    this.lanes = new LaneKeeper(options, () => this.wake());
  }

  get owner(): string {
    return this.lanes.owner;
  }

  get leaseSeconds(): number {
    return this.lanes.leaseSeconds;
  }

  /** Messages that are committed and not yet acknowledged by the bus. */
  get unpublished(): number {
    return this.lanes.unpublished;
  }

  start(): void {
    this.lanes.start();
  }

  /** The lanes that this process is to own: those whose keys it consumes. Others are given back, for those who want them. */
  want(lanes: readonly number[]): void {
    this.lanes.want(lanes);
  }

  held(lane: number): Lane | undefined {
    return this.lanes.held(lane);
  }

  /** What this process has just committed in a lane, which it owned at the moment `since`, when the database renewed its lease. */
  enqueue(lane: Lane, row: StoredRow, since: number): void {
    if (this.lanes.held(lane.lane) !== lane) return;
    lane.heldUntil = Math.max(lane.heldUntil, this.lanes.holdsUntil(since));
    lane.handOver(row);
    this.wake();
  }

  /** Publishes what is left, unless the bus refuses it, and gives the lanes back: within `milliseconds`, come what may. */
  async stop(milliseconds: number): Promise<void> {
    this.draining.abort();
    this.wake();
    await inTime(this.sending, (milliseconds * 3) / 4);
    this.over = true;
    const givenBack = this.lanes.stop().catch((err: unknown) => {
      this.options.log.warn({ err }, 'lanes could not be given back; they are free when their lease ends');
    });
    await inTime(givenBack, milliseconds / 4);
  }

  private wake(): void {
    this.woken = true;
    if (!this.over) this.sending ??= this.send();
  }

  private async send(): Promise<void> {
    do {
      // Who wakes while the last look is being taken is not missed.
      this.woken = false;
      await this.readBehind();
    } while ((await this.sendWaiting()) || this.woken);
    this.sending = undefined;
  }

  /** False if there was nothing to send, or no more is to be tried. */
  private async sendWaiting(): Promise<boolean> {
    const lanes = this.over ? [] : this.lanes.usable(performance.now()).filter((lane) => lane.hasRows);
    if (lanes.length === 0) return false;
    try {
      await this.options.bus.publish(lanes.flatMap((lane) => lane.take().flatMap((row) => outgoing(lane, row))));
      this.failures = 0;
      for (const lane of lanes) lane.acknowledged();
      return true;
    } catch (err) {
      for (const lane of lanes) lane.refused();
      this.options.log.warn({ err, lanes: lanes.map(({ lane }) => lane) }, 'the bus did not take a batch; it will be sent again');
      if (this.draining.signal.aborted) return false;
      await sleep(Math.min(5_000, 100 * 2 ** this.failures++), undefined, { signal: this.draining.signal }).catch(() => undefined);
      return true;
    }
  }

  /**
   * Reads what was not handed over: a page of one lane, and the next time of another, so that a row which the bus never takes holds up
   * its own lane only.
   */
  private async readBehind(): Promise<void> {
    const lane = this.lanes.usable(performance.now()).find(({ behind }) => behind !== undefined);
    if (lane?.behind === undefined) return;
    this.lanes.last(lane);
    try {
      lane.read(await readRows(this.options.database, lane.lane, lane.behind, PAGE));
    } catch (err) {
      this.options.log.warn({ err, lane: lane.lane }, 'the outbox cannot be read; trying again');
    }
  }
}

function outgoing({ lane }: Lane, { messages }: StoredRow): OutgoingMessage[] {
  return messages.map(({ topic, message, body }) => ({ topic, partition: lane, message: encode(message, body) }));
}
