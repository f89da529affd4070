import { accessList, EVENT_HUB, eventCatalogue } from '@hengtong/contracts';
import { DeadLetters } from '@hengtong/messaging';
import { openDatabase } from '@hengtong/persistence';
import { every, type Logger, openMessaging, type OpenMessaging, readAgencies, readDepartments, readManifests } from '@hengtong/platform';
import type { Provider } from '@nestjs/common';
import { Pool } from 'pg';
import { Follower } from '../adapters/postgres/follow.ts';
import { Once } from '../adapters/postgres/once.ts';
import { STRICT, Transport } from '../adapters/webhook/index.ts';
import type { EventHubConfig } from '../config.ts';
import { eventHubMigrations } from '../migrations.ts';
import { Catalogue } from './catalogue.ts';
import { Deliveries } from './deliveries/index.ts';
import { EventLog } from './event-log.ts';
import { Grants } from './grants.ts';
import { logKeeper } from './log-keeper.ts';
import { ManageGrants } from './manage-grants.ts';
import { ManageSubscriptions } from './manage-subscriptions.ts';
import { ShowSubscriptions } from './show-subscriptions.ts';
import { PublishEvents } from './publish-events.ts';
import { Replays } from './replays.ts';
import { Sinks } from './sinks.ts';
import { Streams } from './streams.ts';
import { Subscriptions } from './subscriptions.ts';

/** Milliseconds between looks for grants whose time is over, and for keys of requests. */
const [OVERDUE, HOURLY] = [5_000, 3_600_000];

/** All parts of the hub, running, and what REST must know of them. */
export interface OpenHub extends Pick<OpenMessaging, 'messaging' | 'checks' | 'onStop'> {
  readonly providers: Provider[];
  beforeStop(): void;
}

/** Puts the parts together: the log, who may receive what, and the ways by which it is delivered. */
export async function openHub(config: EventHubConfig, logger: Logger): Promise<OpenHub> {
  const catalogue = await catalogueOf(config);
  const own = catalogue.access.find(({ principal }) => principal === EVENT_HUB);
  const keeper = logKeeper(catalogue);
  const { database, messaging, checks, onStop } = await openMessaging({
    service: EVENT_HUB,
    config,
    log: logger,
    migrations: eventHubMigrations,
    reads: own?.reads ?? [],
    writes: own?.writes ?? [],
    schemas: {},
    keeper,
  });
  const { pool } = database;
  const { runner } = messaging;
  await keeper.start(pool, { case: config.CASE_EVENTS_DAYS, technical: config.TECHNICAL_EVENTS_DAYS }, logger);
  const follower = new Follower(config.DATABASE_URL, EVENT_HUB);
  const log = new EventLog(pool, follower, logger);
  const grants = new Grants(pool, logger);
  const subscriptions = new Subscriptions(pool, grants, logger);
  const policy = { ...STRICT, anywhere: config.WEBHOOKS_ANYWHERE };
  const transport = new Transport({ policy });
  const manageGrants = new ManageGrants(pool, catalogue, grants, runner);
  const sinks = new Sinks(policy, transport, config.WEBHOOK_ORIGIN);
  const seen = new ShowSubscriptions(pool, log, subscriptions);
  const manage = new ManageSubscriptions({ pool, log, catalogue, grants, subscriptions, seen, sinks, runner });
  const deliveries = new Deliveries({
    url: config.DATABASE_URL,
    pool,
    name: EVENT_HUB,
    transport,
    logger,
    log,
    subscribers: {
      webhooks: () => subscriptions.webhooks(),
      interestOf: (subscription) => {
        const interest = subscriptions.interestOf(subscription);
        return { matches: ({ event }) => interest.matches(event), shape: (logged) => interest.shape(logged) };
      },
    },
    consequences: {
      notify: ({ id }, _kind, percent) => manage.warn(id, percent),
      disable: ({ id }) => manage.settle(id, 'disabled', 'failing'),
      unsubscribe: ({ id }) => manage.settle(id, 'ended', 'gone'),
    },
  });
  const replays = new Replays({
    pool,
    eventLog: log,
    subscriptions,
    delivers: () => deliveries.delivers,
    made: () => deliveries.look(),
    log: logger,
  });
  const streams = new Streams();
  const keys = openDatabase({ url: config.DATABASE_URL, name: `${EVENT_HUB} keys`, log: logger, max: 4 });
  const once = new Once(keys.pool);

  await Promise.all([log.start(), grants.start(follower)]);
  await subscriptions.start(follower);
  follower.start();
  deliveries.start();
  replays.start();
  const timers = [
    // Of several processes one, so that an end is told once.
    every(
      OVERDUE,
      async () => (deliveries.delivers ? manageGrants.endOverdue() : undefined),
      (err) => logger.warn({ err }, 'grants whose time is over cannot be ended; trying again'),
    ),
    every(
      HOURLY,
      () => once.forget(),
      (err) => logger.warn({ err }, 'old idempotency keys could not be dropped; trying again in an hour'),
    ),
  ];

  return {
    messaging,
    checks,
    providers: [
      { provide: Pool, useValue: pool },
      { provide: DeadLetters, useValue: messaging.deadLetters },
      { provide: Catalogue, useValue: catalogue },
      { provide: EventLog, useValue: log },
      { provide: Grants, useValue: grants },
      { provide: Subscriptions, useValue: subscriptions },
      { provide: ManageGrants, useValue: manageGrants },
      { provide: ShowSubscriptions, useValue: seen },
      { provide: ManageSubscriptions, useValue: manage },
      { provide: Deliveries, useValue: deliveries },
      { provide: Transport, useValue: transport },
      { provide: Streams, useValue: streams },
      { provide: Once, useValue: once },
      { provide: PublishEvents, useValue: new PublishEvents(catalogue, runner) },
    ],
    beforeStop: () => streams.stop(),
    onStop: [
      { name: 'replays', stop: () => replays.stop() },
      { name: 'deliveries', stop: () => deliveries.stop() },
      {
        name: 'followers',
        stop: async () => {
          for (const timer of timers) timer.stop();
          await Promise.all([follower.stop(), log.stop(), grants.stop(), subscriptions.stop(), keeper.stop(), keys.close()]);
        },
      },
      ...onStop,
    ],
  };
}

async function catalogueOf(config: EventHubConfig): Promise<Catalogue> {
  const departments = await readDepartments(config.DEPARTMENTS_DIR);
  const manifests = await readManifests(config.DEPARTMENTS_DIR, departments);
  const agencies = await readAgencies(config.DEPARTMENTS_DIR);
  const declared = [
    ...manifests.map(({ department, events }) => [department, events] as const),
    ...agencies.map(({ agency, events }) => [agency, events] as const),
  ];
  const types = eventCatalogue(Object.fromEntries(declared));
  const isSecure = config.KAFKA_TLS || config.KAFKA_CA_FILE !== undefined;
  return new Catalogue(types, accessList(departments), { address: config.KAFKA_BROKERS?.[0] ?? '127.0.0.1:9092', isSecure });
}
