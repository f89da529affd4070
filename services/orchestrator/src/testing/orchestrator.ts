import { type FreshDatabase, issuerUrl } from '@hengtong/testing';
import { serveOrchestrator } from '../orchestrator.ts';
import { Rest } from './rest.ts';
import type { TestBus } from './test-bus.ts';

/** What an orchestrator is told beside its database and its bus. */
export type Settings = Readonly<Record<string, string>>;

/** A running orchestrator. */
export interface Running {
  readonly rest: Rest;
  stop(): Promise<void>;
}

const OIDC_ISSUER = await issuerUrl();

/** The environment of an orchestrator: a free port, nothing logged unless it is told so. */
export const environment = (database: FreshDatabase, bus: Pick<TestBus, 'settings'>, settings: Settings = {}): Settings => ({
  PORT: '0',
  DATABASE_URL: database.url,
  LOG_LEVEL: 'silent',
  OIDC_ISSUER,
  ...bus.settings,
  ...settings,
});

/** Starts one in this process. */
export async function start(database: FreshDatabase, bus: Pick<TestBus, 'settings'>, settings: Settings = {}): Promise<Running> {
  const service = await serveOrchestrator(environment(database, bus, settings));
  return { rest: new Rest(service.url), stop: () => service.stop() };
}
