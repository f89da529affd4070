import type { Consumption, EventBus, OutgoingMessage } from '../event-bus.ts';
import { within } from '../within.ts';
import { AdminConnection } from './admin.ts';
import { kafkaClient, type KafkaBusOptions } from './kafka-client.ts';
import { KafkaConsumer } from './kafka-consumer.ts';
import { Publisher } from './publisher.ts';
import { makeTopics } from './topics.ts';

/** Milliseconds. */
const TOPICS_WITHIN = 30_000;
const CHECK_WITHIN = 2_000;
const CLOSE_WITHIN = 2_000;
/** Whoever asks tries again himself, in his own time. */
const ONCE = { retries: 1, initialRetryTime: 50, factor: 0.2, multiplier: 2, maxRetryTime: 100 };
/** Three quarters of a minute, in steps of up to a second: a consumer that waits for its broker keeps its place in the group. */
const PATIENTLY = { retries: 50, initialRetryTime: 100, factor: 0.2, multiplier: 1.5, maxRetryTime: 1_000 };

/** The bus over a Kafka broker, by kafkajs. What it guards against is in docs/decisions/kafkajs.md. */
export function kafkaBus(options: KafkaBusOptions): EventBus {
  const admin = new AdminConnection(kafkaClient(options, ONCE));
  const publisher = new Publisher(kafkaClient(options, ONCE));
  const consumers = new Set<KafkaConsumer>();
  let checking: Promise<unknown> | undefined;
  let closing: Promise<unknown> | undefined;

  return {
    async identity() {
      const { clusterId } = await admin.ask((broker) => broker.describeCluster());
      return `kafka:${clusterId}`;
    },

    ensureTopics: (topics, partitions) => admin.ask((broker) => makeTopics(broker, topics, partitions, TOPICS_WITHIN)),

    async publish(messages: readonly OutgoingMessage[]) {
      if (messages.length > 0) await publisher.publish(messages);
    },

    async consume(consumption: Consumption) {
      const consumer = new KafkaConsumer(() => kafkaClient(options, PATIENTLY), admin, consumption, options.log);
      consumers.add(consumer);
      await consumer.start();
      return consumer;
    },

    async check() {
      checking ??= admin.ask((broker) => broker.describeCluster()).finally(() => (checking = undefined));
      await within(CHECK_WITHIN, checking).catch((cause: unknown) => {
        throw new Error('the bus does not answer', { cause });
      });
    },

    async close() {
      closing ??= Promise.all([...consumers].map((consumer) => consumer.stop())).then(() =>
        // A connection waits for answers before it closes, also for those that will never come.
        within(CLOSE_WITHIN, Promise.all([publisher.close(), admin.close()])).catch(() => undefined),
      );
      await closing;
    },
  };
}
