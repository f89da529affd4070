import type { KafkaAvailability } from './kafka/available.ts';

/** What `--bus` says: a real broker or nothing, the log in PostgreSQL, or the broker where it can be had. */
export type BusWish = 'kafka' | 'embedded' | 'auto';

/** What carries the messages, and the sentence that says which and why. Without `brokers`, a broker is to be started here. */
export type BusChoice = { bus: 'kafka'; brokers?: readonly string[]; why: string } | { bus: 'embedded'; why: string };

/**
 * Chooses the bus. `brokers` are those of KAFKA_BROKERS; `availability` is asked only when a broker would have to be started.
 * @throws with what is missing when Kafka is demanded and cannot be had.
 */
export async function chooseBus(
  wish: BusWish,
  brokers: readonly string[] | undefined,
  availability: () => Promise<KafkaAvailability>,
): Promise<BusChoice> {
  if (wish === 'embedded') return { bus: 'embedded', why: 'the embedded bus (in PostgreSQL), as asked for' };
  if (brokers !== undefined) return { bus: 'kafka', brokers, why: `Kafka at ${brokers.join(', ')}, from KAFKA_BROKERS` };
  const local = await availability();
  if (local.ok)
    return { bus: 'kafka', why: wish === 'kafka' ? 'a local Kafka broker, as asked for' : 'a local Kafka broker: Java and Maven are here' };
  if (wish === 'kafka')
    throw new Error(`--bus kafka needs a broker, and none can be started here: missing ${local.missing}. KAFKA_BROKERS can name one.`);
  return { bus: 'embedded', why: `the embedded bus (in PostgreSQL), because a Kafka broker needs ${local.missing}` };
}
