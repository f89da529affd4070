import type { WireHeaders, WireMessage } from '@hengtong/contracts';

/** A message on its way out. The sender says the partition: it is the lane in which the outbox keeps order. */
export interface OutgoingMessage {
  readonly topic: string;
  readonly partition: number;
  readonly message: WireMessage;
}

/** A message as it came in. (bus, topic, partition, offset) names it once and for all. */
export interface ReceivedMessage {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string | null;
  readonly headers: WireHeaders;
  readonly value: Uint8Array | null;
}

/** Messages of one partition, in order. */
export interface ReceivedBatch {
  readonly topic: string;
  readonly partition: number;
  readonly messages: readonly ReceivedMessage[];
}

/**
 * What became of a batch. `taken`: its effects are committed, its offsets may be. `later`: nothing of it was committed and nothing is
 * wrong with it (the database is away): the same batch comes again after a backoff, for as long as it takes, while the other
 * partitions go on.
 */
export type Verdict = 'taken' | 'later';

export interface Consumption {
  /** All consumers of one group share the partitions; partition i of every topic goes to the same member. */
  readonly group: string;
  readonly topics: readonly string[];
  /** Called for several partitions at once, for one partition never twice at a time. Must not throw. */
  take(batch: ReceivedBatch): Promise<Verdict>;
  /** The partitions that this member has from now on; called at every change of the assignment. */
  assigned?(partitions: readonly number[]): void;
}

export interface Consumer {
  /** Waits for batches in hand, commits their offsets, leaves the group. */
  stop(): Promise<void>;
}

/** The port to what carries messages between services. Two adapters: a Kafka broker, and a log in PostgreSQL for machines without Java. */
export interface EventBus {
  /** Which bus this is, for ever: `kafka:<cluster id>` or `embedded:<uuid>`. */
  identity(): Promise<string>;
  /**
   * Makes the topics that are missing, each with `partitions` partitions, and resolves when they can be written and read.
   * @throws {PartitionsChanged} if one exists with another number: keys would move in mid-case. {TopicsMissing} if one does not exist and
   * the access list lets this client make none.
   */
  ensureTopics(topics: readonly string[], partitions: number): Promise<void>;
  /** Sends in the order given within a partition, in one request per broker; resolves when all are acknowledged by all replicas in sync. */
  publish(messages: readonly OutgoingMessage[]): Promise<void>;
  /** Starts from the beginning for a group that is new. Keeps trying while the bus is away. */
  consume(consumption: Consumption): Promise<Consumer>;
  /** Asks the bus something real. Rejects if it does not answer. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** A topic exists with another number of partitions than the configuration says. */
export class PartitionsChanged extends Error {
  override name = 'PartitionsChanged';
  readonly code = 'bus.partitions-changed';
  constructor(topic: string, has: number, wanted: number) {
    super(
      `topic ${topic} has ${has} partition(s), the configuration says ${wanted}: a change would move cases between partitions while they run. ` +
        `Set BUS_PARTITIONS=${has}, or start on a new bus`,
    );
  }
}

/** Topics are not there yet, and this service's credential may not make any. Whoever brings the system up makes them before it starts. */
export class TopicsMissing extends Error {
  override name = 'TopicsMissing';
  readonly code = 'bus.topics-missing';
  constructor(topics: readonly string[], cause: unknown) {
    super(
      `the bus has no topic ${topics.join(', ')} that this service may see, and its credential may not make any: ` +
        `set up the bus for the present list of departments first (docs/security.md)`,
      { cause },
    );
  }
}
