import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { removePostgres, startKafka, startPostgres } from '@hengtong/local';
import { Client } from 'pg';

import type { Watched } from './measure/process-use.ts';

/** As a kafkajs client takes it. */
export type BenchKafka = { brokers: string[]; sasl?: { mechanism: 'scram-sha-512'; username: string; password: string } };

/**
 * The one PostgreSQL server and the one broker on which all of a run is measured; `watched` are their processes, if this run
 * started them. `dataDir` takes what the run keeps; it goes with `stop`.
 */
export type Infrastructure = {
  adminUrl: string;
  /** Raw and the real system reach the broker by the same listener; whoever measures, as its administrator. */
  kafka: BenchKafka;
  watched: Watched[];
  dataDir: string;
  stop: () => Promise<void>;
};

/**
 * Starts PostgreSQL (fsync on) and Kafka on free ports with fresh data, or takes those that `DATABASE_URL` (its role
 * may create databases) and `KAFKA_BROKERS` name
 * (with `KAFKA_USERNAME` and `KAFKA_PASSWORD`, where they ask for an administrator); stops them when `use` is done, however that ends.
 */
export async function withInfrastructure<Result>(use: (at: Infrastructure) => Promise<Result>): Promise<Result> {
  const at = await openInfrastructure();
  try {
    return await use(at);
  } finally {
    await at.stop();
  }
}

async function openInfrastructure(): Promise<Infrastructure> {
  const { DATABASE_URL, KAFKA_BROKERS, KAFKA_USERNAME: username, KAFKA_PASSWORD: password } = process.env;
  const dataDir = await mkdtemp(join(tmpdir(), 'hengtong-bench-'));
  const postgres = DATABASE_URL ? undefined : await startPostgres({ dataDir: join(dataDir, 'postgres') });
  const kafka = KAFKA_BROKERS ? undefined : await startKafka({ dataDir: join(dataDir, 'kafka') });
  const admin = kafka ? kafka.admin : username && password ? { username, password } : undefined;
  return {
    adminUrl: postgres?.adminUrl ?? String(DATABASE_URL),
    kafka: {
      brokers: kafka?.brokers ?? String(KAFKA_BROKERS).split(','),
      ...(admin && { sasl: { mechanism: 'scram-sha-512', ...admin } }),
    },
    dataDir,
    watched: [
      ...(postgres ? [{ name: 'postgresql', pid: postgres.pid, tree: true }] : []),
      ...(kafka ? [{ name: 'kafka', pid: kafka.pid }] : []),
    ],
    stop: async () => {
      await Promise.all([kafka?.stop(), postgres?.stop()]);
      await removePostgres(join(dataDir, 'postgres'));
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Makes an empty database with these tables, in place of one of the same name; returns its address. */
export async function freshDatabase(adminUrl: string, name: string, schema: string): Promise<string> {
  const url = new URL(adminUrl);
  await runSql(url.href, `drop database if exists ${name} with (force)`, `create database ${name}`);
  url.pathname = `/${name}`;
  await runSql(url.href, schema);
  return url.href;
}

/** Runs statements one after another, each a transaction of its own. */
export async function runSql(url: string, ...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
