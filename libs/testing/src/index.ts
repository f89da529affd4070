export { type Asked, type AskOptions, departmentTest, type DepartmentUnderTest, replied, type Reply } from './department-test.ts';
export { eventually } from './eventually.ts';
export { freshDatabase, type FreshDatabase } from './fresh-database.ts';
export { startTestKafka, type TestKafka } from './test-kafka.ts';
export { startTestPostgres, type TestPostgres } from './test-postgres.ts';
export { startTestServers, testBrokers, testPostgresUrl } from './test-servers.ts';
