import { accessList, EVENT_HUB, eventCatalogue } from '@hengtong/contracts';
import { BusStrategy, DeadLetters } from '@hengtong/messaging';
import {
  createLogger,
  DeadLettersController,
  loadConfig,
  openMessaging,
  readDepartments,
  readManifests,
  type Service,
  serveMessages,
  startService,
} from '@hengtong/platform';
import type { Provider } from '@nestjs/common';
import { Pool } from 'pg';
import { Catalogue } from './app/catalogue.ts';
import { EventLog } from './app/event-log.ts';
import { Grants } from './app/grants.ts';
import { logKeeper } from './app/log-keeper.ts';
import { Streams } from './app/streams.ts';
import { EventsController } from './adapters/http/events.controller.ts';
import { Follower } from './adapters/postgres/follow.ts';
import { eventHubConfig } from './config.ts';
import { eventHubMigrations } from './migrations.ts';

/** Starts the event hub in this process, configured by `env`. */
export async function serveEventHub(env: NodeJS.ProcessEnv): Promise<Service> {
  const config = loadConfig(eventHubConfig, env);
  const log = createLogger({ service: EVENT_HUB, level: config.LOG_LEVEL });
  const departments = await readDepartments(config.DEPARTMENTS_DIR);
  const manifests = await readManifests(config.DEPARTMENTS_DIR, departments);
  const access = accessList(departments);
  const catalogue = new Catalogue(
    eventCatalogue(Object.fromEntries(manifests.map(({ department, events }) => [department, events]))),
    access,
  );
  const own = access.find(({ principal }) => principal === EVENT_HUB);
  const keeper = logKeeper(catalogue);
  const { database, messaging, checks, onStop } = await openMessaging({
    service: EVENT_HUB,
    config,
    log,
    migrations: eventHubMigrations,
    reads: own?.reads ?? [],
    writes: own?.writes ?? [],
    schemas: {},
    keeper,
  });
  await keeper.start(database.pool, { case: config.CASE_EVENTS_DAYS, technical: config.TECHNICAL_EVENTS_DAYS }, log);
  const follower = new Follower(config.DATABASE_URL, EVENT_HUB);
  const eventLog = new EventLog(database.pool, follower, log);
  const grants = new Grants(database.pool, log);
  await Promise.all([eventLog.start(), grants.start(follower)]);
  follower.start();
  const streams = new Streams();
  const providers: Provider[] = [
    { provide: Pool, useValue: database.pool },
    { provide: DeadLetters, useValue: messaging.deadLetters },
    { provide: Catalogue, useValue: catalogue },
    { provide: EventLog, useValue: eventLog },
    { provide: Grants, useValue: grants },
    { provide: Streams, useValue: streams },
  ];
  const service = await startService({
    name: EVENT_HUB,
    module: { module: EventHubModule, controllers: [EventsController, DeadLettersController], providers },
    config,
    log,
    checks,
    beforeStop: () => streams.stop(),
    onStop: [
      { name: 'followers', stop: async () => void (await Promise.all([follower.stop(), eventLog.stop(), grants.stop(), keeper.stop()])) },
      ...onStop,
    ],
    api: {
      title: 'Hengtong: event hub',
      description: 'What has happened, for those who may know it: pull, stream, webhooks.',
      version: '1.0.0',
    },
  });
  await serveMessages(service, messaging, new BusStrategy(messaging.intake), log);
  return service;
}

class EventHubModule {}
