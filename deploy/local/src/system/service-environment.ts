import type { BusChoice } from '../bus-choice.ts';
import { databaseUrl } from '../databases/ensure-databases.ts';
import type { ServicePlan } from '../services/service-plan.ts';

/** The database of the embedded bus. */
export const busDatabase = 'ht_bus';

/** What all services of one system have in common. */
export interface Surroundings {
  adminUrl: string;
  passwords: Record<string, string>;
  bus: BusChoice['bus'];
  brokers: readonly string[];
  catalogueDir: string;
  rebind: boolean;
  /** Compiled code is kept here from one start to the next, which saves each service a good part of its start. */
  compileCacheDir: string;
  /** Set last: wins over everything else. */
  extra: Record<string, string>;
}

/** Variables of the launcher's own environment that services get as well; everything else they are told is named here. */
const inherited = ['PATH', 'HOME', 'TZ', 'LANG', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'LOG_LEVEL', 'NODE_EXTRA_CA_CERTS'];

/** The environment of one service, as libs/platform's configuration reads it. */
export function serviceEnvironment(plan: ServicePlan, around: Surroundings, own: NodeJS.ProcessEnv): Record<string, string> {
  const urlOf = (database: string) => databaseUrl(around.adminUrl, database, plan.database, around.passwords[plan.database] ?? '');
  const passed = inherited.flatMap((name) => (own[name] === undefined ? [] : [[name, own[name]] as const]));
  return {
    ...Object.fromEntries(passed),
    PORT: String(plan.port),
    HOST: '127.0.0.1',
    DATABASE_URL: urlOf(plan.database),
    BUS: around.bus,
    ...(around.bus === 'kafka' ? { KAFKA_BROKERS: around.brokers.join(',') } : { BUS_DATABASE_URL: urlOf(busDatabase) }),
    ...(around.rebind && { BUS_REBIND: 'true' }),
    CATALOGUE_DIR: around.catalogueDir,
    NODE_COMPILE_CACHE: around.compileCacheDir,
    ...around.extra,
  };
}
