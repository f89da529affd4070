export type { BusWish } from './bus-choice.ts';
export { kafkaAvailable, type KafkaAvailability } from './kafka/available.ts';
export { startKafka, type KafkaOptions, type LocalKafka } from './kafka/start-kafka.ts';
export { freePortBase } from './ports/check-ports.ts';
export { freePort } from './ports/free-port.ts';
export { removePostgres, startPostgres, type LocalPostgres, type PostgresOptions } from './postgres/start-postgres.ts';
export type { Kept } from './services/keep-running.ts';
export { startSystem } from './system/start-system.ts';
export type { RunningService, System, SystemOptions } from './system/system.ts';
