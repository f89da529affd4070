import { join } from 'node:path';
import { chooseBus, type BusChoice } from '../bus-choice.ts';
import { closeCommonDatabases } from '../databases/ensure-databases.ts';
import { kafkaAvailable } from '../kafka/available.ts';
import { type LocalKafka, startKafka } from '../kafka/start-kafka.ts';
import type { WantedPort } from '../ports/check-ports.ts';
import { startPostgres } from '../postgres/start-postgres.ts';
import { keepRunning, type Kept } from '../services/keep-running.ts';
import { serverPorts } from '../services/service-plan.ts';
import type { Settings } from './settings.ts';
import type { System } from './system.ts';

/** The bus that was chosen, and the ports of those servers that are to be started. */
export interface ServerPlan {
  choice: BusChoice;
  ports: WantedPort[];
}

/** Decides what is to be started, before anything is. @throws when Kafka is demanded and cannot be had. */
export async function planServers({ bus, brokers, databaseUrl, portBase }: Settings): Promise<ServerPlan> {
  const choice = await chooseBus(bus, brokers, kafkaAvailable);
  const postgres = databaseUrl === undefined ? [{ port: portBase + serverPorts.postgres, for: 'PostgreSQL' }] : [];
  const startsBroker = choice.bus === 'kafka' && choice.brokers === undefined;
  const kafka = [
    { port: portBase + serverPorts.kafka, for: 'Kafka' },
    { port: portBase + serverPorts.kafkaController, for: 'the controller of Kafka' },
  ];
  return { choice, ports: startsBroker ? [...postgres, ...kafka] : postgres };
}

/** Starts PostgreSQL, or takes the one that is there. What was started is added to `started`. */
export async function bringUpPostgres(settings: Settings, started: Kept[]): Promise<System['postgres']> {
  const { databaseUrl, dataDir, portBase, say } = settings;
  if (databaseUrl !== undefined) return { adminUrl: databaseUrl };
  const place = {
    dataDir: join(dataDir, 'postgres'),
    port: portBase + serverPorts.postgres,
    logFile: join(dataDir, 'logs', 'postgres.log'),
  };
  let adminUrl = '';
  const start = async () => {
    const run = await startPostgres({ ...place, log: say });
    ({ adminUrl } = run);
    return run;
  };
  const server = await keepRunning('PostgreSQL', start, settings);
  started.push(server);
  await closeCommonDatabases(adminUrl);
  return { adminUrl, server };
}

/** Starts a broker, or takes those that are there; undefined on the embedded bus. What was started is added to `started`. */
export async function bringUpKafka(choice: BusChoice, settings: Settings, started: Kept[]): Promise<System['kafka']> {
  if (choice.bus === 'embedded') return undefined;
  const { dataDir, portBase, say, kafkaAdmin } = settings;
  if (choice.brokers !== undefined) return { brokers: choice.brokers, ...(kafkaAdmin && { admin: kafkaAdmin }) };
  const ports = { port: portBase + serverPorts.kafka, controllerPort: portBase + serverPorts.kafkaController };
  const place = { dataDir: join(dataDir, 'kafka'), ...ports, logFile: join(dataDir, 'logs', 'kafka.log') };
  let admin: LocalKafka['admin'];
  const start = async () => {
    const run = await startKafka({ ...place, log: say });
    ({ admin } = run);
    return run;
  };
  const server = await keepRunning('Kafka', start, settings);
  started.push(server);
  return { brokers: [`127.0.0.1:${ports.port}`], ...(admin && { admin }), server };
}
