import { openDatabase } from '@hengtong/persistence';
import { every, createLogger, loadConfig, type Service, startService } from '@hengtong/platform';
import type { DynamicModule, Provider } from '@nestjs/common';
import { Agent } from 'undici';
import { Cookies } from './adapters/http/cookies.ts';
import { DeadLettersController } from './adapters/http/dead-letters.controller.ts';
import { ExportsController } from './adapters/http/exports.controller.ts';
import { bySession } from './adapters/http/identify.ts';
import { servePage } from './adapters/http/page.ts';
import { passOn } from './adapters/http/pass-on.ts';
import { ServicesController } from './adapters/http/services.controller.ts';
import { SessionController } from './adapters/http/session.controller.ts';
import { LOG, ORIGIN, SignInController } from './adapters/http/sign-in.controller.ts';
import { POOL, ViewsController } from './adapters/http/views.controller.ts';
import { DeadLettersOfAll } from './app/dead-letters.ts';
import { Issuer } from './app/issuer.ts';
import { Passages } from './app/passages.ts';
import { ServiceStates } from './app/service-states.ts';
import { readServices, Services } from './app/services.ts';
import { Sessions } from './app/sessions.ts';
import { Upstream } from './app/upstream.ts';
import { type ConsoleConfig, consoleConfig } from './config.ts';
import { consoleMigrations } from './migrations.ts';

const NAME = 'console';
/** Milliseconds in which a service must take a connection. Once an answer has begun it may take its time, as streams do. */
const CONNECT = 2_000;
/** Milliseconds. */
const SWEEP_EVERY = 60_000;

/** Starts the console in this process, configured by `env`. */
export async function serveConsole(env: NodeJS.ProcessEnv): Promise<Service> {
  const config = loadConfig(consoleConfig, env);
  const log = createLogger({ service: NAME, level: config.LOG_LEVEL });
  const services = await readServices(config.SERVICE_URLS, config.DEPARTMENTS_DIR);
  const database = openDatabase({ url: config.DATABASE_URL, name: NAME, log });
  await database.migrate(consoleMigrations);
  const origin = config.CONSOLE_URL ?? `http://127.0.0.1:${config.PORT}`;
  const issuer = issuerOf(config, origin);
  const times = { idle: config.SESSION_IDLE, limit: config.SESSION_LIMIT };
  const sessions = new Sessions({ pool: database.pool, issuer, times, log });
  const cookies = new Cookies(origin);
  const passages = new Passages();
  const agent = new Agent({ connectTimeout: CONNECT, bodyTimeout: 0 });
  const upstream = new Upstream(sessions, agent);
  const sweep = every(
    SWEEP_EVERY,
    () => sessions.sweep(),
    (err) => log.warn({ err }, 'sessions that are over could not be deleted; trying again'),
  );
  return startService({
    name: NAME,
    module: moduleOf([
      { provide: Issuer, useValue: issuer },
      { provide: Sessions, useValue: sessions },
      { provide: Cookies, useValue: cookies },
      { provide: Passages, useValue: passages },
      { provide: Services, useValue: services },
      { provide: Upstream, useValue: upstream },
      { provide: ServiceStates, useValue: new ServiceStates(services, agent) },
      { provide: DeadLettersOfAll, useValue: new DeadLettersOfAll(services, upstream, log) },
      { provide: POOL, useValue: database.pool },
      { provide: ORIGIN, useValue: origin },
      { provide: LOG, useValue: log },
    ]),
    identify: bySession(sessions, cookies, origin),
    routes: async (fastify) => {
      await fastify.register(async (scope) => passOn(scope, { services, upstream, passages }));
      await servePage(fastify, { folder: config.PAGE_DIR, issuerOrigin: new URL(config.OIDC_BROWSER_URL ?? config.OIDC_ISSUER).origin });
    },
    config,
    log,
    checks: { database: () => database.check() },
    beforeStop: () => passages.endAll(),
    onStop: [
      { name: 'timers', stop: async () => sweep.stop() },
      { name: 'calls', stop: () => agent.destroy() },
      { name: 'database', stop: () => database.close() },
    ],
    api: {
      title: 'Hengtong: console',
      description: 'What the operators’ page needs beside the services that it passes calls on to. For browsers that are signed in.',
      version: '1.0.0',
    },
  });
}

class ConsoleModule {}

const controllers = [SignInController, SessionController, ServicesController, ViewsController, ExportsController, DeadLettersController];

const moduleOf = (providers: Provider[]): DynamicModule => ({ module: ConsoleModule, controllers, providers });

function issuerOf({ OIDC_ISSUER, OIDC_BROWSER_URL, OIDC_CLIENT_ID }: ConsoleConfig, origin: string): Issuer {
  return new Issuer({ issuer: OIDC_ISSUER, forBrowsers: OIDC_BROWSER_URL, clientId: OIDC_CLIENT_ID, origin });
}
