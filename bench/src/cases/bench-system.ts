import { delimiter, join } from 'node:path';

import { freePortBase, startSystem } from '@hengtong/local';
import type { System } from '@hengtong/local';

import type { Infrastructure } from '../infrastructure.ts';
import type { Watched } from '../measure/process-use.ts';
import { profileArgs } from '../profile/profile-args.ts';

const repository = join(import.meta.dirname, '../../..');

/** The real system on the servers of this run, every service in a process of its own. It also offers `chain`, of bench/catalogue. */
export async function startBenchSystem(at: Infrastructure, cpuProfile?: string, env: Record<string, string> = {}): Promise<System> {
  const catalogues = [join(repository, 'catalogue'), join(repository, 'bench', 'catalogue')];
  return startSystem({
    dataDir: join(at.dataDir, 'system'),
    portBase: await freePortBase(),
    bus: 'kafka',
    brokers: at.kafka.brokers,
    ...(at.kafka.sasl && { kafkaAdmin: at.kafka.sasl }),
    databaseUrl: at.adminUrl,
    env: { LOG_LEVEL: 'warn', ...env, CATALOGUE_DIR: catalogues.join(delimiter) },
    nodeArgs: profileArgs(cpuProfile, 'system'),
  });
}

/** Every process that the system consists of, the servers and the load itself included. */
export function processesOf(at: Infrastructure, system: System): Watched[] {
  return [...at.watched, ...system.services.map(({ name, pid }) => ({ name, pid })), { name: 'bench', pid: process.pid }];
}
