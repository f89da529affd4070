import { setTimeout as sleep } from 'node:timers/promises';
import type { Kafka } from 'kafkajs';
import type { TopicRights } from '@hengtong/contracts';
import { accessChanges } from './access-entries.ts';
import { AdminConnection } from './admin.ts';
import { type KafkaBusOptions, kafkaClient, type KafkaCredential } from './kafka-client.ts';
import { alterScramCredentials, brokerOf, kafkajs } from './kafkajs/index.ts';
import { makeTopics } from './topics.ts';

/** What only the administrator of a broker does: whoever brings a system up, before any service connects. */
export interface KafkaAdministration {
  /** How many brokers there are that count themselves among the living; 0 for a moment while one starts. */
  brokersAlive(): Promise<number>;
  /** Makes what is missing; resolves when it can be written and read. @throws {PartitionsChanged} */
  makeTopics(topics: readonly string[], partitions: number): Promise<void>;
  /** Makes these users, or gives them another password, in one request; resolves when the broker lets them in. @throws with the broker's words for each that it refuses. */
  setCredentials(credentials: readonly KafkaCredential[]): Promise<void>;
  /**
   * Makes these the access list: each principal may read and write the topics named, and be the group of its own name. What was allowed
   * on any other topic of ours before is taken back. Entries for topics that are not ours stay.
   */
  setAccess(rights: readonly TopicRights[]): Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds. */
const TOPICS_WITHIN = 30_000;
const LET_IN_WITHIN = 10_000;
const LOOK_EVERY = 50;
/** Whoever asks tries again himself, in his own time. */
const ONCE = { retries: 1, initialRetryTime: 50, factor: 0.2, multiplier: 2, maxRetryTime: 100 };

/** Connects as whoever may do all that: the broker's super user, or anybody where a broker asks for no credential. */
export function kafkaAdministration(options: KafkaBusOptions): KafkaAdministration {
  const connection = new AdminConnection(kafkaClient(options, ONCE));
  return {
    brokersAlive: () => connection.ask(async (admin) => (await admin.describeCluster()).brokers.length),

    makeTopics: (topics, partitions) => connection.ask((admin) => makeTopics(admin, topics, partitions, TOPICS_WITHIN)),

    async setCredentials(credentials) {
      const { broker, close } = await brokerOf(kafkaClient(options, ONCE));
      try {
        const refused = await broker.connectionPool.send(await alterScramCredentials(credentials));
        if (refused.length > 0)
          throw new Error(`the broker refused these users: ${refused.map(({ user, reason }) => `${user} (${reason})`).join(', ')}`);
      } finally {
        await close();
      }
      // The controller has it; the broker hears of it a moment later, and of all in order. One that asks nobody cannot be asked.
      const last = credentials.at(-1);
      if (last && options.credential) await untilLetIn(kafkaClient({ ...options, credential: last }, ONCE));
    },

    setAccess: (rights) =>
      connection.ask(async (admin) => {
        const { AclResourceTypes, ResourcePatternTypes, AclOperationTypes, AclPermissionTypes } = kafkajs;
        const { resources } = await admin.describeAcls({
          resourceType: AclResourceTypes.ANY,
          resourcePatternType: ResourcePatternTypes.ANY,
          operation: AclOperationTypes.ANY,
          permissionType: AclPermissionTypes.ANY,
        });
        const { missing, stale } = accessChanges(rights, resources);
        if (missing.length > 0) await admin.createAcls({ acl: missing });
        if (stale.length > 0) await admin.deleteAcls({ filters: stale });
      }),

    close: () => connection.close(),
  };
}

/** @throws what the broker says when it still refuses after `LET_IN_WITHIN`. */
async function untilLetIn(kafka: Kafka): Promise<void> {
  for (const giveUp = performance.now() + LET_IN_WITHIN; ; await sleep(LOOK_EVERY)) {
    const admin = kafka.admin();
    try {
      return await admin.connect();
    } catch (error) {
      if (performance.now() > giveUp) throw error;
    } finally {
      await admin.disconnect();
    }
  }
}
