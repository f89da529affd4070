import { freshDatabase, type FreshDatabase, testBrokers } from '@hengtong/testing';
import { serveOrchestrator } from '../orchestrator.ts';
import { Rest } from './rest.ts';

/** What an orchestrator is told beside its database and its bus. */
export type Settings = Readonly<Record<string, string>>;

/** A running orchestrator. */
export interface Running {
  readonly rest: Rest;
  stop(): Promise<void>;
}

/** Starts one in this process, on a free port. */
export async function start(database: FreshDatabase, brokers: readonly string[], settings: Settings = {}): Promise<Running> {
  const service = await serveOrchestrator(environment(database, brokers, settings));
  return { rest: new Rest(service.url), stop: () => service.stop() };
}

/** The environment of an orchestrator on this database and this bus. */
export const environment = (database: FreshDatabase, brokers: readonly string[], settings: Settings = {}): Record<string, string> => ({
  PORT: '0',
  DATABASE_URL: database.url,
  BUS: 'kafka',
  KAFKA_BROKERS: brokers.join(','),
  LOG_LEVEL: 'silent',
  ...settings,
});

export const emptyDatabase = (): Promise<FreshDatabase> => freshDatabase('orchestrator');

/** This run's brokers. @throws where there are none: ask `testBrokers` first, and skip. */
export function brokersOfThisRun(): string[] {
  const brokers = testBrokers();
  if (!brokers) throw new Error('there is no broker: this test should have been skipped');
  return brokers;
}
