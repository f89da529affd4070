import { accessList, ORCHESTRATOR, type TopicRights } from '@hengtong/contracts';
import type { KafkaConnection } from '@hengtong/messaging';

/** What a broker is set up with. */
export interface KafkaSetUp {
  /** The brokers, as their administrator. */
  readonly connection: KafkaConnection;
  /** Who takes part, by the list of departments. */
  readonly departments: readonly string[];
  /** The password of each service, by its name. */
  readonly passwords: Readonly<Record<string, string>>;
  /** Partitions of each topic. */
  readonly partitions: number;
}

/** All services that have a credential: the orchestrator and each department. */
export const principalsOf = (departments: readonly string[]): string[] => [ORCHESTRATOR, ...departments];

/** Every topic of a system with these departments. */
export const topicsOf = (rights: readonly TopicRights[]): string[] => [
  ...new Set(rights.flatMap(({ reads, writes }) => [...reads, ...writes])),
];

/**
 * Sets a broker up for a list of departments, new or changed: its topics, one credential for each service, and the access list, by which
 * a service reads and writes what is its own and nothing else. May be run again at any time, also while services work.
 * @throws {PartitionsChanged} when a topic exists with another number of partitions; else with the broker's own words.
 */
export async function provisionKafka({ connection, departments, passwords, partitions }: KafkaSetUp): Promise<void> {
  // Loaded only here and where a broker is started: on the embedded bus nothing of it is needed.
  const { kafkaAdministration } = await import('@hengtong/messaging');
  const administration = kafkaAdministration({ ...connection, clientId: 'hengtong-set-up', log: silent });
  const rights = accessList(departments);
  try {
    await administration.setAccess(rights);
    await administration.setCredentials(
      principalsOf(departments).map((username) => ({ username, password: required(passwords, username) })),
    );
    await administration.makeTopics(topicsOf(rights), partitions);
  } finally {
    await administration.close();
  }
}

function required(passwords: KafkaSetUp['passwords'], service: string): string {
  const password = passwords[service];
  if (!password) throw new Error(`The bus cannot be set up: there is no password for ${service}.`);
  return password;
}

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
