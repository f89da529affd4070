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
  private readonly kafka: Kafka;
  private connected: Promise<Producer> | undefined;

  constructor(kafka: Kafka) {
    this.kafka = kafka;
  }

  /** In one request per broker, or several one after another if they are too many for one. A producer that has failed is not used again. */
  async publish(messages: readonly OutgoingMessage[]): Promise<void> {
    const connection = (this.connected ??= this.connect());
    try {
      const producer = await connection;
      for (const topicMessages of rounds(messages)) await producer.sendBatch({ acks: -1, timeout: ACKNOWLEDGE_WITHIN, topicMessages });
    } catch (error) {
      if (this.connected === connection) this.connected = undefined;
      void connection.then((producer) => producer.disconnect()).catch(() => undefined);
      throw error;
    }
  }

  async close(): Promise<void> {
    const producer = await this.connected?.catch(() => undefined);
    await producer?.disconnect();
  }

  private async connect(): Promise<Producer> {
    const producer = this.kafka.producer({
      allowAutoTopicCreation: false,
      idempotent: false,
      retry: RETRY,
      // The sender says the partition, so there is nothing to choose (and nothing to warn of: kafkajs does so unless one is named).
      createPartitioner:
        () =>
        ({ message: { partition } }) =>
          partition ?? 0,
    });
    await producer.connect();
    return producer;
  }
}
