export { openDatabase, type Database, type DatabaseOptions } from './database.ts';
export { hotClient, type HotClient, type HotClientOptions, type WithCommit } from './hot-client.ts';
export { inTransaction } from './in-transaction.ts';
export type { Log } from './log.ts';
export type { Migration } from './migration.ts';
export { MigrationFailed } from './run-migrations.ts';
export { isTransient } from './transient.ts';
