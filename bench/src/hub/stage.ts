import { issuerUrl } from '@hengtong/testing';

import { freshDatabase } from '../infrastructure.ts';
import type { Infrastructure } from '../infrastructure.ts';
import { watchProcesses } from '../measure/process-use.ts';
import type { ProcessUse } from '../measure/process-use.ts';
import { profileArgs } from '../profile/profile-args.ts';
import { grantedAgency } from './agency.ts';
import type { Agency } from './agency.ts';
import { hubProcess } from './hub-process.ts';
import type { HubProcess } from './hub-process.ts';
import type { HubOptions } from './hub-options.ts';
import { startReceivers } from './receivers.ts';
import type { Receivers } from './receivers.ts';

/** What one figure is measured on: a hub with an empty database, and those who receive. */
export type Stage = {
  hub: HubProcess;
  databaseUrl: string;
  agency: Agency;
  receivers: Receivers;
  options: HubOptions;
  /** Starts counting what each process uses; `at` the end call what it returns. */
  watch: () => () => ProcessUse[];
};

/** What a service on the infrastructure of the bench is told, as the launcher tells it (deploy/local, service-environment.ts). */
export async function environmentOf({ kafka }: Infrastructure, databaseUrl: string): Promise<Record<string, string>> {
  return {
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    BUS: 'kafka',
    KAFKA_BROKERS: kafka.brokers.join(','),
    ...(kafka.sasl && { KAFKA_USERNAME: kafka.sasl.username, KAFKA_PASSWORD: kafka.sasl.password }),
    OIDC_ISSUER: await issuerUrl(),
    OIDC_AUDIENCE: 'hengtong',
    WEBHOOKS_ANYWHERE: 'true',
    RATE_LIMIT: '1000000',
    LOG_LEVEL: 'warn',
  };
}

/** Sets one up, and takes it down when `use` is done, however that ends. */
export async function withStage<Result>(at: Infrastructure, options: HubOptions, use: (stage: Stage) => Promise<Result>): Promise<Result> {
  const stack = new AsyncDisposableStack();
  try {
    const databaseUrl = await freshDatabase(at.adminUrl, 'bench_event_hub', '');
    const hub = await hubProcess(await environmentOf(at, databaseUrl), profileArgs(options.cpuProfile, 'hub'));
    stack.defer(() => hub.end('SIGTERM'));
    hub.start();
    await hub.ready();
    const receivers = await startReceivers();
    stack.defer(() => receivers.stop());
    const agency = await grantedAgency(hub.url);
    const watch = () => watchProcesses([...at.watched, hub, receivers, { name: 'bench', pid: process.pid }]);
    return await use({ hub, databaseUrl, agency, receivers, options, watch });
  } finally {
    await stack.disposeAsync();
  }
}
