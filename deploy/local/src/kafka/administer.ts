import type { KafkaAdministration, KafkaConnection } from '@hengtong/messaging';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * Does something to a broker that only its administrator may, on a connection for that alone. kafkajs is loaded here and not before: on
 * the embedded bus nothing of it is needed.
 */
export async function administer<Result>(
  connection: KafkaConnection,
  work: (administration: KafkaAdministration) => Promise<Result>,
): Promise<Result> {
  const { kafkaAdministration } = await import('@hengtong/messaging');
  const administration = kafkaAdministration({ ...connection, clientId: 'hengtong-local', log: silent });
  try {
    return await work(administration);
  } finally {
    await administration.close();
  }
}
