import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Message, Remnant } from '@hengtong/contracts';
import type { Consumer, EventBus } from './bus/index.ts';
import { PartitionsChanged } from './bus/index.ts';
import { newMessageId } from './message-id.ts';
import { bindToBus, BoundElsewhere, sentAgain } from './bus-binding.ts';
import { Intake } from './consumer/index.ts';
import { DeadLetters } from './dead-letters/index.ts';
import { makeLanes, Outbox, Relay } from './outbox/index.ts';
import { Retention } from './partitions/index.ts';
import { type BatchObserver, BatchRunner, type Database } from './runner/index.ts';
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
  readonly onDeadLetter?: (message: Remnant, reason: string, deadLetter: string, unit: Unit) => Promise<void>;
  readonly moved?: (message: Message, unit: Unit) => Promise<string | undefined>;
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
  private stopping = false;

  constructor(options: MessagingOptions) {
    this.options = options;
    const { service, database, bus, log, observer } = options;
    this.relay = new Relay({ database, bus, log, owner: `${service}/${uuidv7()}` });
    this.runner = new BatchRunner({ database, consumer: service, outbox: new Outbox(this.relay, options.partitions), stamp: this.stamp, observer });
    this.retention = new Retention({ database, log, ...options.retention });
    this.intake = new Intake({
      service,
      runner: this.runner,
      schemas: options.schemas,
      oldest: () => this.retention.oldest,
      newest: () => this.retention.newest,
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
   * Finds the bus, makes the topics and begins to consume; tries again for as long as the bus is away.
   * @returns whether the service has been bound to another bus than before, so that what is under way must be sent again; then
   * `sentAgain` ends that.
   * @throws {BoundElsewhere | PartitionsChanged} for what no waiting mends.
   */
  async connect(): Promise<{ rebound: boolean }> {
    const { bus, database, partitions, reads, writes, rebind, service, log } = this.options;
    for (let attempt = 0; ; attempt++) {
      try {
        const identity = await bus.identity();
        const { rebound } = await bindToBus(database, identity, rebind);
        await bus.ensureTopics([...new Set([...reads, ...writes])], partitions);
        this.intake.from(identity);
        this.consumer = await bus.consume({
          group: service,
          topics: reads,
          take: (batch) => this.intake.take(batch),
          assigned: (lanes) => this.relay.want(lanes),
        });
        return { rebound };
      } catch (error) {
        if (this.stopping) return { rebound: false };
        if (error instanceof BoundElsewhere || error instanceof PartitionsChanged) throw error;
        if (attempt % 10 === 0) log.warn({ err: error }, 'the bus does not answer; trying again');
        await new Promise((resolve) => setTimeout(resolve, Math.min(2_000, 100 * 2 ** attempt)));
      }
    }
  }

  /** What is under way has been sent again. A service that ends before begins again at its next start. */
  sentAgain(): Promise<void> {
    return sentAgain(this.options.database);
  }

  /** Takes no more, finishes what is in hand, publishes what is left, within `milliseconds`. */
  async stop(milliseconds: number): Promise<void> {
    this.stopping = true;
    const until = performance.now() + milliseconds;
    await this.consumer?.stop();
    await this.runner.idle();
    this.retention.stop();
    await this.relay.stop(Math.max(0, until - performance.now()));
    await this.options.bus.close();
  }

  private readonly stamp: Stamp = (sending: Sending, now, cause) => {
    const { topic, ...rest } = sending;
    const traceparent = this.options.childOf(cause.traceparent);
    return {
      topic,
      message: { id: newMessageId(), source: this.options.service, time: now, ...(cause.id && { causationid: cause.id }), ...rest, traceparent },
    };
  };
}
