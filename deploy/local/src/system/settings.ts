import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { KafkaConnection, KafkaCredential } from '@hengtong/messaging';
import { adminIn, tlsIn } from '../kafka/connection-in.ts';
import { defaultPortBase } from '../services/service-plan.ts';
import type { SystemOptions } from './system.ts';

const repository = fileURLToPath(new URL('../../../..', import.meta.url));

/** The options with every default filled in and every path absolute. `changed` is called when a process number has become another. */
export interface Settings extends Required<Omit<SystemOptions, 'brokers' | 'databaseUrl' | 'kafkaAdmin' | 'kafkaTls'>> {
  brokers: readonly string[] | undefined;
  kafkaAdmin: KafkaCredential | undefined;
  kafkaTls: KafkaConnection['tls'];
  /** Of each topic, as the services will be told. */
  partitions: number;
  databaseUrl: string | undefined;
  changed: () => void;
}

/** Fills in the defaults: from the environment (KAFKA_BROKERS, DATABASE_URL) what is there already, from the repository what is built. */
export function settingsOf(options: SystemOptions, env: NodeJS.ProcessEnv): Settings {
  const root = resolve(options.root ?? repository);
  return {
    dataDir: resolve(options.dataDir),
    portBase: options.portBase ?? defaultPortBase,
    bus: options.bus ?? 'auto',
    brokers: options.brokers ?? given(env.KAFKA_BROKERS)?.split(','),
    kafkaAdmin: options.kafkaAdmin ?? adminIn(env),
    kafkaTls: options.kafkaTls ?? tlsIn(env),
    partitions: Number(options.env?.['BUS_PARTITIONS'] ?? given(env.BUS_PARTITIONS) ?? 1),
    databaseUrl: options.databaseUrl ?? given(env.DATABASE_URL),
    catalogueDir: absolute(options.catalogueDir ?? given(env.CATALOGUE_DIR) ?? join(root, 'catalogue')),
    departmentsDir: resolve(options.departmentsDir ?? given(env.DEPARTMENTS_DIR) ?? join(root, 'catalogue')),
    without: options.without ?? [],
    rebind: options.rebind ?? false,
    revive: options.revive ?? false,
    env: options.env ?? {},
    nodeArgs: options.nodeArgs ?? [],
    say: options.say ?? (() => undefined),
    root,
    changed: () => undefined,
  };
}

/** An empty variable counts as absent, as in libs/platform. */
function given(variable: string | undefined): string | undefined {
  return variable === '' ? undefined : variable;
}

/** Several folders joined as in PATH, each made absolute: services run in folders of their own. */
function absolute(folders: string): string {
  return folders
    .split(delimiter)
    .map((folder) => resolve(folder))
    .join(delimiter);
}
