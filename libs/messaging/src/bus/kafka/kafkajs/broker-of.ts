import type { Kafka } from 'kafkajs';
import type { ProtocolRequest } from './scram-credentials.ts';

/** One broker, as kafkajs keeps it: `connectionPool` sends any request, also one that kafkajs does not know. */
interface Broker {
  readonly connectionPool: { send<Answer>(request: ProtocolRequest<Answer>): Promise<Answer> };
}

interface Cluster {
  connect(): Promise<void>;
  refreshMetadata(): Promise<void>;
  findControllerBroker(): Promise<Broker>;
  disconnect(): Promise<void>;
}

/** A connection to the broker that answers for the cluster, for what no client of kafkajs has a method for. */
export interface AskedBroker {
  readonly broker: Broker;
  close(): Promise<void>;
}

/** The name of the symbol under which a client of kafkajs 2.2.4, its last version, keeps what its connections are made with. */
const MAKES_CLUSTERS = 'private:Kafka:createCluster';

/** @throws when the broker does not answer, or does not let this client in. */
export async function brokerOf(kafka: Kafka): Promise<AskedBroker> {
  const symbol = Object.getOwnPropertySymbols(kafka).find(({ description }) => description === MAKES_CLUSTERS);
  if (!symbol) throw new Error(`this kafkajs has no ${MAKES_CLUSTERS}: it is another version than the one that is pinned`);
  const makeCluster = (kafka as unknown as Record<symbol, (settings: object) => Cluster>)[symbol];
  const cluster = makeCluster?.({ allowAutoTopicCreation: false });
  if (!cluster) throw new Error(`${MAKES_CLUSTERS} makes nothing`);
  try {
    await cluster.connect();
    await cluster.refreshMetadata();
    return { broker: await cluster.findControllerBroker(), close: () => cluster.disconnect() };
  } catch (error) {
    await cluster.disconnect();
    throw error;
  }
}
