export { freePort } from './free-port.ts';
export { kafkaAvailable, type KafkaAvailability } from './kafka/available.ts';
export { startKafka, type KafkaOptions, type LocalKafka } from './kafka/start-kafka.ts';
export { removePostgres, startPostgres, type LocalPostgres, type PostgresOptions } from './postgres/start-postgres.ts';
