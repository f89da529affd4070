import type pg from 'pg';
import type { DataSource, DataSourceOptions } from 'typeorm';
import { openPool } from './connection.ts';
import { sharedDataSource } from './data-source.ts';
import type { Log } from './log.ts';
import type { Migration } from './migration.ts';
import { runMigrations } from './run-migrations.ts';

/** `name` is the service's and shows in `pg_stat_activity`. `max` is the most connections at once; default 10. */
export interface DatabaseOptions {
  readonly url: string;
  readonly name: string;
  readonly log: Log;
  readonly max?: number;
  /** What TypeORM maps; default none. */
  readonly entities?: NonNullable<DataSourceOptions['entities']>;
}

/** The one database of a service. */
export interface Database {
  readonly pool: pg.Pool;
  /**
   * TypeORM over the same connections, for plain reads off the hot path. Loaded at the first call, because it costs 15 MB that a
   * service without such reads need not pay.
   */
  dataSource(): Promise<DataSource>;
  /** Brings the schema up to date, see `runMigrations`. */
  migrate(migrations: readonly Migration[]): Promise<void>;
  /** Asks the server something. Rejects if it does not answer. */
  check(): Promise<void>;
  /** Waits for the connections in use, then closes all. */
  close(): Promise<void>;
}

/** Opens a service's database. Nothing is asked of the server before the first query. */
export function openDatabase({ url, name, log, max = 10, entities = [] }: DatabaseOptions): Database {
  const pool = openPool({ url, name, log, max });
  let dataSource: Promise<DataSource> | undefined;
  return {
    pool,
    dataSource: () => (dataSource ??= sharedDataSource(pool, entities)),
    migrate: (migrations) => runMigrations({ url, name, log, migrations }),
    check: async () => void (await pool.query('select 1')),
    close: () => pool.end(),
  };
}
