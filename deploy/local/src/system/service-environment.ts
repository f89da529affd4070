import type { BusChoice } from '../bus-choice.ts';
import { databaseUrl } from '../databases/ensure-databases.ts';
import { CONSOLE, IDENTITY, type ServicePlan } from '../services/service-plan.ts';
import { busDatabase } from './embedded-bus.ts';

/** For whom the tokens of a local system are. */
const audience = 'hengtong';

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
  /** Who gives out tokens, as it stands in them. */
  issuerUrl: string;
  /** For the issuer alone: who there is, and the file with their secrets. */
  identity: { seed: string; secrets: string };
  /** For the console: where every service is, by name. */
  addresses: ReadonlyMap<string, string>;
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
    OIDC_ISSUER: around.issuerUrl,
    OIDC_AUDIENCE: audience,
    ...special(plan.name, around, urlOf(busDatabase)),
    ...around.extra,
  };
}

function special(service: string, around: Surroundings, busUrl: string): Record<string, string> {
  if (service === IDENTITY) return ofIdentity(around);
  return service === CONSOLE ? ofConsole(around) : ofThoseOnTheBus(service, around, busUrl);
}

function ofConsole({ addresses, departmentsDir }: Surroundings): Record<string, string> {
  return { SERVICE_URLS: [...addresses].map((entry) => entry.join('=')).join(','), DEPARTMENTS_DIR: departmentsDir };
}

function ofIdentity({ identity }: Surroundings): Record<string, string> {
  return { IDENTITY_SEED: identity.seed, IDENTITY_SECRETS: identity.secrets };
}

function ofThoseOnTheBus(service: string, around: Surroundings, busUrl: string): Record<string, string> {
  const { bus, rebind, catalogueDir, departmentsDir } = around;
  return {
    BUS: bus,
    ...(bus === 'kafka' ? kafkaOf(service, around) : { BUS_DATABASE_URL: busUrl }),
    ...(rebind && { BUS_REBIND: 'true' }),
    CATALOGUE_DIR: catalogueDir,
    DEPARTMENTS_DIR: departmentsDir,
  };
}

function kafkaOf(service: string, { brokers, kafkaPasswords }: Surroundings): Record<string, string> {
  const password = kafkaPasswords[service];
  return { KAFKA_BROKERS: brokers.join(','), ...(password !== undefined && { KAFKA_USERNAME: service, KAFKA_PASSWORD: password }) };
}
