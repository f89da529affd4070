import type { Kafka } from 'kafkajs';
import type { OpenAdmin } from '../kafkajs/index.ts';

/** Asks a broker for records without being in a group, as somebody may who goes past our bus. */
export interface Reader {
  /** True if the broker gives them. @throws what it answers instead. */
  reads(topic: string): Promise<boolean>;
  close(): Promise<void>;
}

/** One request for what kafkajs has a method, but not on its public clients. */
interface FetchingBroker {
  fetch(request: object): Promise<unknown>;
}

/** @throws when the broker does not let this client in. */
export async function readsOf(kafka: Kafka): Promise<Reader> {
  const admin = kafka.admin() as OpenAdmin;
  await admin.connect();
  const broker = (await admin.cluster.findControllerBroker()) as unknown as FetchingBroker;
  return {
    async reads(topic) {
      const partitions = [{ partition: 0, currentLeaderEpoch: -1, fetchOffset: 0, maxBytes: 1_000 }];
      await broker.fetch({ replicaId: -1, isolationLevel: 1, maxWaitTime: 1, minBytes: 0, topics: [{ topic, partitions }] });
      return true;
    },
    close: () => admin.disconnect(),
  };
}
