import { accessList, type TopicRights } from '@hengtong/contracts';
import type { KafkaConnection } from '@hengtong/messaging';
import { administer } from './administer.ts';

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

/** All services that have a credential: those that the access list names. */
export const principalsOf = (departments: readonly string[]): string[] => accessList(departments).map(({ principal }) => principal);

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
  const rights = accessList(departments);
  const credentials = principalsOf(departments).map((username) => ({ username, password: required(passwords, username) }));
  await administer(connection, async (administration) => {
    await administration.setAccess(rights);
    await administration.setCredentials(credentials);
    await administration.makeTopics(topicsOf(rights), partitions);
  });
}

function required(passwords: KafkaSetUp['passwords'], service: string): string {
  const password = passwords[service];
  if (!password) throw new Error(`The bus cannot be set up: there is no password for ${service}.`);
  return password;
}
