import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Message, Remnant } from '@hengtong/contracts';
import type { Consumer, EventBus } from './bus/index.ts';
import { PartitionsChanged } from './bus/index.ts';
import { newMessageId } from './message-id.ts';
import { bindToBus, BoundElsewhere, sentAgain } from './bus-binding.ts';
import { Intake, type Keeper } from './consumer/index.ts';
import { DeadLetters } from './dead-letters/index.ts';
import { inTime } from './in-time.ts';
import { makeLanes, Outbox, Relay } from './outbox/index.ts';
import { Retention } from './partitions/index.ts';
import type { Database } from './database.ts';
import { type BatchObserver, BatchRunner } from './runner/index.ts';
import type { Sending, Stamp, Unit } from './unit-of-work/index.ts';

type Log = Record<'info' | 'warn' | 'error', (details: object, message: string) => void>;

export interface MessagingOptions {
  /** The service: writer of its topics, group of its consumers, name in its inbox. */
  readonly service: string;
  readonly database: Database;
  readonly bus: EventBus;
  /** Partitions of each topic, and lanes of the outbox. */
  readonly partitions: number;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  readonly schemas: Readonly<Record<string, z.ZodType>>;
  /** Milliseconds: how long rows stay, and what one partition of inbox and outbox holds. */
  readonly retention: { readonly inbox: number; readonly outbox: number; readonly width: number };
  /** A trace context for what is sent because of a message or request that had this one. */
  readonly childOf: (traceparent: string | undefined) => string;
  readonly observer: BatchObserver;
  readonly log: Log;
  /** Work with another bus than the one before. */
  readonly rebind: boolean;
  readonly keeper?: Keeper;
  readonly onDeadLetter?: (message: Remnant, reason: string, deadLetter: string, unit: Unit) => Promise<void>;
  readonly moved?: (message: Message, unit: Unit) => Promise<string | undefined>;
  /** As the relay has them: seconds, 10 unless told; milliseconds, 200 unless told. */
  readonly leaseSeconds?: number;
  readonly sweepEvery?: number;
}

/** All that a service needs to take messages and to send them: inbox, outbox, runner, dead letters, over one bus and one database. */
export class Messaging {
  readonly runner: BatchRunner;
  readonly intake: Intake;
  readonly deadLetters: DeadLetters;
  readonly relay: Relay;
  private readonly options: MessagingOptions;
  private readonly retention: Retention;
  private consumer: Consumer | undefined;
  private readonly stopping = new AbortController();

  constructor(options: MessagingOptions) {
    this.options = options;
    const { service, database, bus, log, observer, leaseSeconds, sweepEvery } = options;
    this.relay = new Relay({
      database,
      bus,
      log,
      owner: `${service}/${uuidv7()}`,
      ...(leaseSeconds && { leaseSeconds }),
      ...(sweepEvery && { sweepEvery }),
    });
    this.runner = new BatchRunner({
      database,
      consumer: service,
      outbox: new Outbox(this.relay, options.partitions),
      stamp: this.stamp,
      observer,
    });
    this.retention = new Retention({ database, log, ...options.retention });
    this.intake = new Intake({
      service,
      runner: this.runner,
      schemas: options.schemas,
      log,
      oldest: () => this.retention.oldest,
      newest: () => this.retention.newest,
      ...(options.keeper && { keeper: options.keeper }),
      ...(options.onDeadLetter && { onDeadLetter: options.onDeadLetter }),
    });
    this.deadLetters = new DeadLetters({
      database,
      runner: this.runner,
      handle: (message, unit) => this.intake.handle(message, unit),
      ...(options.moved && { moved: options.moved }),
    });
  }

  /** Makes lanes and partitions, so that requests can be taken; the bus may still be away. @throws {LanesChanged} */
  async open(): Promise<void> {
    const { database, partitions } = this.options;
    await makeLanes(database, partitions);
    await this.retention.start();
    this.relay.start();
  }

  /**
   * Finds the bus, makes the topics and begins to consume; tries again for as long as the bus is away, or is not set up.
   * @returns whether the service has been bound to another bus than before, so that what is under way must be sent again; then
   * `sentAgain` ends that.
   * @throws {BoundElsewhere | PartitionsChanged} for what no waiting mends.
   */
  async connect(): Promise<{ rebound: boolean }> {
    for (let attempt = 0; !this.stopped; attempt++) {
      try {
        return await this.join();
      } catch (error) {
        if (error instanceof BoundElsewhere || error instanceof PartitionsChanged) throw error;
        if (attempt % 10 === 0 && !this.stopped) this.options.log.warn({ err: error }, 'the bus cannot be joined yet; trying again');
        await sleep(Math.min(2_000, 100 * 2 ** attempt), undefined, { signal: this.stopping.signal }).catch(() => undefined);
      }
    }
    return { rebound: false };
  }

  /** What is under way has been sent again. A service that ends before begins again at its next start. */
  sentAgain(): Promise<void> {
    return sentAgain(this.options.database);
  }

  /** Takes no more, finishes what is in hand, publishes what is left, within `milliseconds`; what does not end by then is left to itself. */
  async stop(milliseconds: number): Promise<void> {
    this.stopping.abort();
    const end = performance.now() + milliseconds;
    const left = (): number => end - performance.now();
    await inTime(this.consumer?.stop(), left());
    await inTime(this.runner.idle(), left());
    await inTime(this.retention.stop(), left());
    await this.relay.stop(left());
    await inTime(this.options.bus.close(), left());
  }

  /** Whether the bus has been joined; it may be away again since. */
  get connected(): boolean {
    return this.consumer !== undefined;
  }

  private get stopped(): boolean {
    return this.stopping.signal.aborted;
  }

  private async join(): Promise<{ rebound: boolean }> {
    const { bus, database, partitions, reads, writes, rebind, service } = this.options;
    const identity = await bus.identity();
    const { rebound } = await bindToBus(database, identity, rebind);
    await bus.ensureTopics([...new Set([...reads, ...writes])], partitions);
    this.intake.from(identity);
    if (this.stopped) return { rebound };
    this.consumer = await bus.consume({
      group: service,
      topics: reads,
      take: (batch) => this.intake.take(batch),
      assigned: (lanes) => this.relay.want(lanes),
    });
    return { rebound };
  }

  private readonly stamp: Stamp = (sending: Sending, now, cause) => {
    const { topic, ...rest } = sending;
    const traceparent = this.options.childOf(cause.traceparent);
    return {
      topic,
      message: {
        id: newMessageId(),
        source: this.options.service,
        time: now,
        ...(cause.id && { causationid: cause.id }),
        ...rest,
        traceparent,
      },
    };
  };
}
