import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { adminIn, tlsIn } from './kafka/connection-in.ts';
import { principalsOf, provisionKafka } from './kafka/provision.ts';
import { readDepartments } from './services/read-departments.ts';

/**
 * Run by itself, for brokers that `npm start` does not look after: sets KAFKA_BROKERS up for the list of departments, as their
 * administrator (KAFKA_USERNAME, KAFKA_PASSWORD). The password of `housing-fund` stands in HOUSING_FUND_KAFKA_PASSWORD.
 */
// An empty variable counts as absent, as compose files write it.
const env = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
const repository = fileURLToPath(new URL('../../..', import.meta.url));
const departments = (await readDepartments(env['DEPARTMENTS_DIR'] ?? join(repository, 'catalogue'))).map(({ name }) => name);
const passwords = Object.fromEntries(
  principalsOf(departments).map((service) => [service, env[`${service.replaceAll('-', '_').toUpperCase()}_KAFKA_PASSWORD`] ?? '']),
);
const connection = { brokers: (env['KAFKA_BROKERS'] ?? '').split(','), credential: adminIn(env), tls: tlsIn(env) };
try {
  await provisionKafka({ connection, departments, passwords, partitions: Number(env['BUS_PARTITIONS'] ?? 1) });
  console.log(`the bus is set up for ${principalsOf(departments).join(', ')}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
