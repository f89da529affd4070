import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { backoff } from '../backoff.ts';
import type { BusLog } from '../bus-log.ts';
import type { Consumption, Verdict } from '../event-bus.ts';
import { within } from '../within.ts';
import { coPartitioned } from './co-partitioned.ts';
import { received } from './received.ts';
import { SilenceWatch } from './silence-watch.ts';
import { TakenOffsets } from './taken-offsets.ts';

/** Milliseconds. A member that dies is missed this long; the broker allows no less (`group.min.session.timeout.ms`). */
const SESSION_TIMEOUT = 6_000;
/** How soon a member learns that the group changes. */
const HEARTBEAT_EVERY = 1_000;
/** How long others wait for a member that has a batch in hand while the group changes. */
const REBALANCE_TIMEOUT = 30_000;
/** How long a fetch waits for a first message. Also how long a stop, and a partition that has come out of its pause, may wait for it. */
const FETCH_WAIT = 250;
const BYTES_PER_PARTITION = 1_048_576;
const COMMIT_EVERY = 1_000;
/** Longer than any one thing that kafkajs may rightly wait for (joining a group: REBALANCE_TIMEOUT and 5 s). */
const SILENCE = 60_000;
const STOP_WITHIN = 3_000;
/** For faults that pass by themselves (the group's coordinator moves, loads, restarts): ten seconds, then a new session begins. */
const RETRY = { retries: 14, initialRetryTime: 100, factor: 0.2, multiplier: 1.5, maxRetryTime: 1_000 };

/** What one consumer of kafkajs does from its start to its end. It ends by `stop`, or by a fault, and then for good. */
export class KafkaSession {
  /** Resolves with the fault that has ended it. */
  readonly ended: Promise<Error>;
  private readonly consumer: Consumer;
  private readonly consumption: Consumption;
  private readonly log: BusLog;
  private readonly offsets: TakenOffsets;
  private readonly silence: SilenceWatch;
  private readonly inHand = new Set<Promise<unknown>>();
  private readonly resumptions = new Map<string, { failures: number; timer: NodeJS.Timeout }>();
  private readonly timers: NodeJS.Timeout[] = [];
  private end: (fault: Error) => void = () => undefined;
  private heartbeat: () => Promise<void> = () => Promise.resolve();
  private over = false;

  /** `had` holds the partitions of this member, from one session to the next. */
  constructor(kafka: Kafka, consumption: Consumption, had: number[], log: BusLog) {
    this.consumption = consumption;
    this.log = log;
    this.consumer = kafka.consumer({
      groupId: consumption.group,
      partitionAssigners: [coPartitioned(() => had)],
      sessionTimeout: SESSION_TIMEOUT,
      heartbeatInterval: HEARTBEAT_EVERY,
      rebalanceTimeout: REBALANCE_TIMEOUT,
      minBytes: 1,
      maxWaitTimeInMs: FETCH_WAIT,
      maxBytesPerPartition: BYTES_PER_PARTITION,
      allowAutoTopicCreation: false,
      // kafkajs restarts after some faults and not after others, and on connections that may be stale; we always do, on new ones.
      retry: { ...RETRY, restartOnFailure: () => Promise.resolve(false) },
    });
    this.offsets = new TakenOffsets(this.consumer, log);
    this.silence = new SilenceWatch(SILENCE, () => this.end(new Error(`the consumer has been silent for ${SILENCE / 1_000} s`)));
    this.ended = new Promise((resolve) => (this.end = resolve));
    this.listen(had);
  }

  /** Resolves when this member has its partitions. @throws what keeps it from joining. */
  async join(partitionsOf: () => Promise<number>): Promise<void> {
    const joined = new Promise<void>((resolve) => this.consumer.on(this.consumer.events.GROUP_JOIN, () => resolve()));
    await this.unlessOver(this.consumer.connect());
    await this.unlessOver(this.consumer.subscribe({ topics: [...this.consumption.topics], fromBeginning: true }));
    const partitions = await this.unlessOver(partitionsOf());
    await this.unlessOver(
      this.consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: partitions,
        eachBatch: (payload) => this.eachBatch(payload),
      }),
    );
    // Running resolves even if joining has crashed.
    const fault = await Promise.race([joined, this.ended]);
    if (fault) throw fault;
    this.timers.push(
      setInterval(() => void this.offsets.commit(), COMMIT_EVERY),
      // kafkajs sends heartbeats between batches only. What a heartbeat says, kafkajs hears itself when the batch is taken.
      setInterval(() => {
        if (this.inHand.size > 0) void this.heartbeat().catch(() => undefined);
      }, HEARTBEAT_EVERY),
    );
  }

  /** Waits for batches in hand, commits, leaves the group; if the broker does not answer, goes without. */
  async stop(): Promise<void> {
    await this.finish();
    const farewell = this.offsets.commit().then(() => this.consumer.disconnect());
    await within(STOP_WITHIN, farewell).catch((error: unknown) => {
      this.log.info({ err: error, group: this.consumption.group }, 'left the group without a farewell');
    });
  }

  /** After a fault: waits for batches in hand only, so that none is taken twice at a time. */
  async abandon(): Promise<void> {
    await this.finish();
    // A commit that is tried again would connect once more, behind the disconnection.
    void this.offsets
      .settled()
      .then(() => this.consumer.disconnect())
      .catch(() => undefined);
  }

  private async finish(): Promise<void> {
    this.over = true;
    await Promise.all(this.inHand);
    for (const timer of this.timers) clearInterval(timer);
    for (const { timer } of this.resumptions.values()) clearTimeout(timer);
    this.silence.stop();
  }

  /** A step on the way into the group, which a stop may have overtaken. */
  private async unlessOver<T>(step: Promise<T>): Promise<T> {
    const result = await step;
    if (!this.over) return result;
    void this.consumer.disconnect().catch(() => undefined);
    throw new Error('the consumer was stopped');
  }

  private listen(had: number[]): void {
    const { consumer, silence } = this;
    const { GROUP_JOIN, REBALANCING, CRASH, FETCH_START, FETCH, HEARTBEAT } = consumer.events;
    consumer.on(GROUP_JOIN, ({ payload: { memberAssignment } }) => {
      had.splice(0, had.length, ...new Set(Object.values(memberAssignment).flat()));
      had.sort((a, b) => a - b);
      this.offsets.keepOnly(memberAssignment);
      this.consumption.assigned?.([...had]);
    });
    // It goes out before the request to join, so that nobody begins further back than we were.
    consumer.on(REBALANCING, () => void this.offsets.commit());
    consumer.on(CRASH, ({ payload: { error } }) => this.end(error));
    consumer.on(FETCH_START, () => silence.heard());
    consumer.on(FETCH, () => silence.heard());
    consumer.on(HEARTBEAT, () => silence.heard());
  }

  private async eachBatch({ batch, heartbeat, resolveOffset }: EachBatchPayload): Promise<void> {
    if (this.over) return;
    this.heartbeat = heartbeat;
    const { topic, partition } = batch;
    const verdict = this.take(received(batch));
    this.inHand.add(verdict);
    try {
      if ((await verdict) === 'later') return this.pause(topic, partition);
      resolveOffset(batch.lastOffset());
      this.offsets.taken(topic, partition, batch.lastOffset());
      this.resumptions.delete(`${topic}/${partition}`);
    } finally {
      this.inHand.delete(verdict);
    }
  }

  private async take(batch: Parameters<Consumption['take']>[0]): Promise<Verdict> {
    try {
      return await this.consumption.take(batch);
    } catch (error) {
      this.log.error({ err: error, topic: batch.topic, partition: batch.partition }, 'taking a batch must not throw; it comes again');
      return 'later';
    }
  }

  private pause(topic: string, partition: number): void {
    const key = `${topic}/${partition}`;
    const failures = this.resumptions.get(key)?.failures ?? 0;
    const which = [{ topic, partitions: [partition] }];
    this.consumer.pause(which);
    const timer = setTimeout(() => this.resume(which), backoff(failures));
    this.resumptions.set(key, { failures: failures + 1, timer });
  }

  private resume(which: { topic: string; partitions: number[] }[]): void {
    try {
      this.consumer.resume(which);
    } catch (error) {
      // It has ended a moment ago; the next session knows of no pauses.
      this.log.debug({ err: error }, 'nothing to resume');
    }
  }
}
