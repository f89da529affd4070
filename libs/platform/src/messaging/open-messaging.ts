import {
  type EventBus,
  type BatchObserver,
  type Database as MessagingDatabase,
  embeddedBus,
  kafkaBus,
  Messaging,
  type MessagingOptions,
  messagingMigrations,
} from '@hengtong/messaging';
import { type Database, hotClient, isTransient, type Migration, openDatabase } from '@hengtong/persistence';
import type { BaseConfig } from '../config/base-config.ts';
import { degradedWithout, type HealthCheck } from '../health/health-check.ts';
import type { StopStep } from '../http/service.ts';
import type { Logger } from '../logging/logger.ts';
import { Counter, Gauge, Histogram, metrics } from '../metrics.ts';
import { childOf } from '../tracing/trace-context.ts';

export interface OpenMessagingOptions extends Pick<
  MessagingOptions,
  'service' | 'reads' | 'writes' | 'schemas' | 'keeper' | 'onDeadLetter' | 'moved'
> {
  readonly config: BaseConfig;
  readonly log: Logger;
  /** The service's own tables, after those of messaging. */
  readonly migrations: readonly Migration[];
}

/** A service's database and its way to the bus, with what its health and its end must know of them. */
export interface OpenMessaging {
  readonly database: Database;
  readonly messaging: Messaging;
  readonly checks: Readonly<Record<'database' | 'bus', HealthCheck>>;
  readonly onStop: readonly StopStep[];
}

/** What draining may take, in milliseconds; the rest of the 10 s of a stop is for HTTP and the pools. */
const DRAIN = 6_000;

/** Brings the database up to date and opens messaging over it. The bus may be away; `messaging.connect()` waits for it. */
export async function openMessaging(options: OpenMessagingOptions): Promise<OpenMessaging> {
  const { service, config, log, migrations } = options;
  const database = openDatabase({ url: config.DATABASE_URL, name: service, log });
  const hot = hotClient({ url: config.DATABASE_URL, name: service, log });
  await database.migrate([...messagingMigrations, ...migrations]);
  const bus = busOf(config, service, log);
  const port: MessagingDatabase = {
    transaction: (work) => hot.transaction(work),
    query: (text, values) => database.pool.query(text, values as unknown[]),
    isTransient,
  };
  const { reads, writes, schemas, keeper, onDeadLetter, moved } = options;
  const messaging = new Messaging({
    service,
    reads,
    writes,
    schemas,
    ...(keeper && { keeper }),
    ...(onDeadLetter && { onDeadLetter }),
    ...(moved && { moved }),
    database: port,
    bus,
    partitions: config.BUS_PARTITIONS,
    retention: { inbox: config.INBOX_RETENTION, outbox: config.OUTBOX_RETENTION, width: config.RETENTION_PARTITION },
    childOf,
    observer: observer(log),
    log,
    rebind: config.BUS_REBIND,
  });
  await messaging.open();
  watch(messaging);
  return {
    database,
    messaging,
    checks: { database: () => database.check(), bus: busCheck(messaging, bus) },
    onStop: [
      { name: 'messages', stop: () => messaging.stop(DRAIN) },
      { name: 'database', stop: async () => void (await Promise.all([hot.close(), database.close()])) },
    ],
  };
}

/** Not ready before it has joined the bus for the first time; from then on the service works on without it for a while. */
function busCheck(messaging: Messaging, bus: EventBus): HealthCheck {
  const check = degradedWithout(() => bus.check(), 'messages wait in the outbox until the bus is back');
  return async () => {
    if (!messaging.connected) throw new Error('the bus has not been joined yet');
    return check();
  };
}

function busOf(config: BaseConfig, service: string, log: Logger): EventBus {
  if (config.BUS === 'embedded') return embeddedBus({ url: config.BUS_DATABASE_URL ?? '', log });
  const { KAFKA_BROKERS, KAFKA_USERNAME, KAFKA_PASSWORD, KAFKA_TLS, KAFKA_CA_FILE } = config;
  return kafkaBus({
    brokers: KAFKA_BROKERS ?? [],
    credential: KAFKA_USERNAME === undefined ? undefined : { username: KAFKA_USERNAME, password: KAFKA_PASSWORD ?? '' },
    tls: KAFKA_TLS || KAFKA_CA_FILE !== undefined ? { ca: KAFKA_CA_FILE } : undefined,
    clientId: service,
    log,
  });
}

const batchSize = new Histogram({
  name: 'hengtong_batch_jobs',
  help: 'Messages and requests that shared one transaction',
  buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500],
  registers: [metrics],
});
const batchSeconds = new Histogram({
  name: 'hengtong_batch_seconds',
  help: 'Time of one transaction with all its handlers',
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
  registers: [metrics],
});
const outcomes = new Counter({
  name: 'hengtong_jobs_total',
  help: 'Messages and requests by what became of them; duplicate is transport noise',
  labelNames: ['outcome'] as const,
  registers: [metrics],
});

function observer(log: Logger): BatchObserver {
  return {
    batch: (jobs, milliseconds) => {
      batchSize.observe(jobs);
      batchSeconds.observe(milliseconds / 1000);
    },
    outcome: (outcome) => outcomes.inc({ outcome }),
    trouble: (err) => log.error({ err }, 'a message could neither be taken nor set aside; it will be tried again'),
  };
}

/** What is asked of messaging whenever somebody reads the measurements. */
function watch(messaging: Messaging): void {
  gauge('hengtong_outbox_unpublished', 'Committed messages that the bus has not acknowledged', () => messaging.relay.unpublished);
  gauge('hengtong_intake_lag_seconds', 'How old the oldest message is that is being worked on', () => messaging.intake.lag());
}

function gauge(name: string, help: string, value: () => number): void {
  metrics.removeSingleMetric(name);
  new Gauge({
    name,
    help,
    registers: [metrics],
    collect() {
      this.set(value());
    },
  });
}
