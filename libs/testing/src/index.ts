export { freshDatabase, type FreshDatabase } from './fresh-database.ts';
export { startTestKafka, type TestKafka } from './test-kafka.ts';
export { startTestPostgres, type TestPostgres } from './test-postgres.ts';
export { startTestServers, testBrokers, testPostgresUrl } from './test-servers.ts';
