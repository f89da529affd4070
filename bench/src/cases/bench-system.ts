import { delimiter, join } from 'node:path';

import { EVENT_HUB } from '@hengtong/contracts';
import { freePortBase, startSystem } from '@hengtong/local';
import type { System } from '@hengtong/local';

import type { Infrastructure } from '../infrastructure.ts';
import type { Watched } from '../measure/process-use.ts';
import { profileArgs } from '../profile/profile-args.ts';

const repository = join(import.meta.dirname, '../../..');

export type BenchSystemOptions = {
  /** Folder for `.cpuprofile` files; none is written without it. */
  cpuProfile?: string | undefined;
  /** Start the event hub as well. Default false: it has no part in a case, and takes CPU that earlier figures had for theirs. */
  eventHub?: boolean;
  /** Start the console as well. Default false, for the same reason. */
  console?: boolean;
  /** Folders of processes besides the catalogue and bench/catalogue. Default none. */
  catalogues?: readonly string[];
  /** Variables for every service. Default none. */
  env?: Record<string, string>;
};

/** The real system on the servers of this run, every service in a process of its own. It also offers `chain`, of bench/catalogue. */
export async function startBenchSystem(at: Infrastructure, options: BenchSystemOptions = {}): Promise<System> {
  const { cpuProfile, eventHub = false, console = false, catalogues = [], env = {} } = options;
  const folders = ['catalogue', join('bench', 'catalogue'), ...catalogues].map((folder) => join(repository, folder));
  return startSystem({
    dataDir: join(at.dataDir, 'system'),
    portBase: await freePortBase(),
    bus: 'kafka',
    brokers: at.kafka.brokers,
    ...(at.kafka.sasl && { kafkaAdmin: at.kafka.sasl }),
    databaseUrl: at.adminUrl,
    without: [...(console ? [] : ['console']), ...(eventHub ? [] : [EVENT_HUB])],
    env: { LOG_LEVEL: 'warn', ...env, CATALOGUE_DIR: folders.join(delimiter) },
    nodeArgs: profileArgs(cpuProfile, 'system'),
  });
}

/** Every process that the system consists of, the servers and the load itself included. */
export function processesOf(at: Infrastructure, system: System): Watched[] {
  return [...at.watched, ...system.services.map(({ name, pid }) => ({ name, pid })), { name: 'bench', pid: process.pid }];
}
