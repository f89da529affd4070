import { startTestKafka } from './test-kafka.ts';
import { startTestPostgres } from './test-postgres.ts';

/** Where the servers of this test run are: the superuser's address of PostgreSQL, and the brokers with commas between them. */
const variables = { postgres: 'HENGTONG_TEST_PG', kafka: 'HENGTONG_TEST_KAFKA' };

/**
 * Starts what `wanted` names and puts the addresses into the environment, which Jest hands on to its workers. A server whose variable is
 * set already is used as it is, so that one test run over all projects can start each only once.
 * @returns a function that stops what this call has started.
 */
export async function startTestServers(wanted: readonly ('postgres' | 'kafka')[]): Promise<() => Promise<void>> {
  const stops: (() => Promise<void>)[] = [];
  const stopAll = async () => void (await Promise.all(stops.map((stop) => stop())));
  const starts = wanted.filter((server) => !process.env[variables[server]]).map((server) => (server === 'postgres' ? postgres() : kafka()));
  const results = await Promise.allSettled(starts);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed === undefined) return stopAll;
  await stopAll();
  throw failed.reason;

  async function postgres(): Promise<void> {
    const server = await startTestPostgres();
    stops.push(server.stop);
    process.env[variables.postgres] = server.adminUrl;
  }

  async function kafka(): Promise<void> {
    const server = await startTestKafka();
    if (server === undefined) return;
    stops.push(server.stop);
    process.env[variables.kafka] = server.brokers.join(',');
  }
}

/** The superuser's address of this run's PostgreSQL. @throws when the project's jest.config names no global set-up that starts one. */
export function testPostgresUrl(): string {
  const url = process.env[variables.postgres];
  if (!url) throw new Error(`${variables.postgres} is not set: name "@hengtong/testing/jest-postgres" as globalSetup in jest.config.mjs.`);
  return url;
}

/** This run's brokers, or undefined where none could be had: then skip (the set-up has said why, and has failed if one was required). */
export function testBrokers(): string[] | undefined {
  return process.env[variables.kafka]?.split(',');
}
