import type { BusChoice } from '../bus-choice.ts';
import { databaseUrl } from '../databases/ensure-databases.ts';
import type { ServicePlan } from '../services/service-plan.ts';
import { busDatabase } from './embedded-bus.ts';

/** What all services of one system have in common. */
export interface Surroundings {
  adminUrl: string;
  passwords: Record<string, string>;
  bus: BusChoice['bus'];
  brokers: readonly string[];
  /** The password of each service at the broker; none where the brokers ask nobody who he is. */
  kafkaPasswords: Record<string, string>;
  catalogueDir: string;
  departmentsDir: string;
  rebind: boolean;
  /** Set last: wins over everything else. */
  extra: Record<string, string>;
}

/** What the launcher is told for itself and no service may have: the administrator of brokers that are there. */
const LAUNCHERS = new Set(['KAFKA_USERNAME', 'KAFKA_PASSWORD']);

/** The environment of one service, as libs/platform's configuration reads it: the launcher's own, and what is this service's. */
export function serviceEnvironment(plan: ServicePlan, around: Surroundings, own: NodeJS.ProcessEnv): Record<string, string> {
  const urlOf = (database: string) => databaseUrl(around.adminUrl, database, plan.database, around.passwords[plan.database] ?? '');
  // NODE_OPTIONS is meant for the launcher, or for the test runner around it: flags for services come by `nodeArgs`.
  const passed = Object.entries(own).flatMap(([name, value]) =>
    value === undefined || name === 'NODE_OPTIONS' || LAUNCHERS.has(name) ? [] : [[name, value]],
  );
  return {
    ...(Object.fromEntries(passed) as Record<string, string>),
    PORT: String(plan.port),
    HOST: '127.0.0.1',
    DATABASE_URL: urlOf(plan.database),
    BUS: around.bus,
    ...(around.bus === 'kafka' ? kafkaOf(plan.name, around) : { BUS_DATABASE_URL: urlOf(busDatabase) }),
    ...(around.rebind && { BUS_REBIND: 'true' }),
    CATALOGUE_DIR: around.catalogueDir,
    DEPARTMENTS_DIR: around.departmentsDir,
    ...around.extra,
  };
}

function kafkaOf(service: string, { brokers, kafkaPasswords }: Surroundings): Record<string, string> {
  const password = kafkaPasswords[service];
  return { KAFKA_BROKERS: brokers.join(','), ...(password !== undefined && { KAFKA_USERNAME: service, KAFKA_PASSWORD: password }) };
}
