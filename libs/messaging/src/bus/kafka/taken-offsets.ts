import type { Consumer, IMemberAssignment } from 'kafkajs';
import type { BusLog } from '../bus-log.ts';

/**
 * Tells the broker, in its own time, how far batches were taken: a round trip per batch would buy nothing, because after a crash what was
 * taken since comes again and is known in the inbox. kafkajs's own autocommit makes that round trip after each batch.
 */
export class TakenOffsets {
  private readonly consumer: Pick<Consumer, 'commitOffsets'>;
  private readonly log: BusLog;
  private readonly next = new Map<string, { topic: string; partition: number; offset: string }>();
  private committing: Promise<void> | undefined;

  constructor(consumer: Pick<Consumer, 'commitOffsets'>, log: BusLog) {
    this.consumer = consumer;
    this.log = log;
  }

  /** All up to and including `last` is taken. */
  taken(topic: string, partition: number, last: string): void {
    this.next.set(`${topic}/${partition}`, { topic, partition, offset: String(BigInt(last) + 1n) });
  }

  /** Forgets the partitions that somebody else has now: an older offset of ours would take his back. */
  keepOnly(assignment: IMemberAssignment): void {
    for (const [key, { topic, partition }] of this.next) if (!assignment[topic]?.includes(partition)) this.next.delete(key);
  }

  /** One commit at a time. Never rejects: what could not be committed is committed the next time. */
  commit(): Promise<void> {
    this.committing ??= this.commitNow().finally(() => (this.committing = undefined));
    return this.committing;
  }

  /** Resolves when no commit is under way. */
  async settled(): Promise<void> {
    await this.committing;
  }

  private async commitNow(): Promise<void> {
    if (this.next.size === 0) return;
    const offsets = [...this.next.entries()];
    try {
      await this.consumer.commitOffsets(offsets.map(([, offset]) => offset));
      for (const [key, offset] of offsets) if (this.next.get(key) === offset) this.next.delete(key);
    } catch (error) {
      this.log.debug({ err: error }, 'offsets are not committed yet');
    }
  }
}
