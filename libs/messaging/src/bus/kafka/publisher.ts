import type { Kafka, Producer } from 'kafkajs';
import type { OutgoingMessage } from '../event-bus.ts';
import { rounds } from './rounds.ts';

/**
 * Enough for metadata that is out of date and for a connection that the broker has closed, and over soon: the sender holds a lane for
 * a limited time only, and must decide again, by itself, whether it may still send.
 */
const RETRY = { retries: 2, initialRetryTime: 50, factor: 0.2, multiplier: 2, maxRetryTime: 200 };
/** How long the broker may wait for its replicas, in milliseconds. */
const ACKNOWLEDGE_WITHIN = 5_000;

/**
 * Sends, and resolves when all replicas in sync have it. Not kafkajs's idempotent producer: when a send fails it takes its sequence
 * numbers back, though the broker may have written the batch; the next batch of that length, whatever is in it, then counts as the
 * same and is acknowledged without being written. Sending twice is harmless here (each message has an id), losing is not.
 */
export class Publisher {
  private readonly producer: Producer;
  private connected: Promise<void> | undefined;

  constructor(kafka: Kafka) {
    this.producer = kafka.producer({
      allowAutoTopicCreation: false,
      idempotent: false,
      retry: RETRY,
      // The sender says the partition, so there is nothing to choose (and nothing to warn of: kafkajs does so unless one is named).
      createPartitioner:
        () =>
        ({ message: { partition } }) =>
          partition ?? 0,
    });
  }

  async publish(messages: readonly OutgoingMessage[]): Promise<void> {
    this.connected ??= this.producer.connect();
    try {
      await this.connected;
    } catch (error) {
      this.connected = undefined;
      throw error;
    }
    for (const topicMessages of rounds(messages)) await this.producer.sendBatch({ acks: -1, timeout: ACKNOWLEDGE_WITHIN, topicMessages });
  }

  async close(): Promise<void> {
    await this.connected?.catch(() => undefined);
    await this.producer.disconnect();
  }
}
