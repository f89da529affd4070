import pg from 'pg';
import type { BusLog } from '../bus-log.ts';
import { type EventBus, type OutgoingMessage, PartitionsChanged } from '../event-bus.ts';
import { within } from '../within.ts';
import { EmbeddedConsumer } from './embedded-consumer.ts';
import { ensureTopics, identity, publish } from './sql/index.ts';

export { type EmbeddedBusSetUp, type Principal, setUpEmbeddedBus } from './set-up.ts';

export interface EmbeddedBusOptions {
  /** The bus's database, with the role whose rights the access list gives. */
  readonly url: string;
  readonly log: BusLog;
}

/** Milliseconds. */
const CHECK_WITHIN = 2_000;
const ANSWER_WITHIN = 10_000;
/** Publishing is one statement at a time for each partition anyway. */
const CONNECTIONS = 3;

/** The bus for machines without Java: an append-only log in a PostgreSQL database of its own, see docs/decisions/embedded-bus.md. */
export function embeddedBus({ url, log }: EmbeddedBusOptions): EventBus {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: ANSWER_WITHIN,
    query_timeout: ANSWER_WITHIN,
  });
  // A connection that nobody is using was cut; the next one who needs one gets a new one.
  pool.on('error', (error) => log.debug({ err: error }, 'an idle connection to the bus is lost'));
  const consumers = new Set<EmbeddedConsumer>();
  let checking: Promise<unknown> | undefined;
  let closing: Promise<unknown> | undefined;

  return {
    identity: async () => `embedded:${await identity(pool)}`,

    async ensureTopics(topics, partitions) {
      const has = await ensureTopics(pool, topics, partitions);
      for (const [topic, count] of has) if (count !== partitions) throw new PartitionsChanged(topic, count, partitions);
    },

    async publish(messages: readonly OutgoingMessage[]) {
      if (messages.length > 0) await publish(pool, messages);
    },

    async consume(consumption) {
      const consumer = new EmbeddedConsumer(url, consumption, log);
      consumers.add(consumer);
      await consumer.start();
      return consumer;
    },

    async check() {
      checking ??= identity(pool).finally(() => (checking = undefined));
      await within(CHECK_WITHIN, checking).catch((cause: unknown) => {
        throw new Error('the bus does not answer', { cause });
      });
    },

    async close() {
      closing ??= Promise.all([...consumers].map((consumer) => consumer.stop())).then(() => pool.end());
      await closing;
    },
  };
}
