import type { Kafka } from 'kafkajs';
import { brokerOf } from '../kafkajs/index.ts';

/** Asks a broker for records without being in a group, as somebody may who goes past our bus. */
export interface Reader {
  /** True if the broker gives them. @throws what it answers instead. */
  reads(topic: string): Promise<boolean>;
  /** Asks to be let into a group. @throws what the broker answers. */
  joins(group: string): Promise<void>;
  close(): Promise<void>;
}

/** Requests for which kafkajs has methods, but not on its public clients. */
interface AskingBroker {
  fetch(request: object): Promise<unknown>;
  joinGroup(request: object): Promise<unknown>;
}

/** @throws when the broker does not let this client in. */
export async function readsOf(kafka: Kafka): Promise<Reader> {
  const asked = await brokerOf(kafka);
  const broker = asked.broker as unknown as AskingBroker;
  return {
    async reads(topic) {
      const partitions = [{ partition: 0, currentLeaderEpoch: -1, fetchOffset: 0, maxBytes: 1_000 }];
      await broker.fetch({ replicaId: -1, isolationLevel: 1, maxWaitTime: 1, minBytes: 0, topics: [{ topic, partitions }] });
      return true;
    },
    async joins(groupId) {
      const groupProtocols = [{ name: 'any', metadata: Buffer.alloc(0) }];
      await broker.joinGroup({ groupId, sessionTimeout: 6_000, rebalanceTimeout: 6_000, memberId: '', groupProtocols });
    },
    close: () => asked.close(),
  };
}
