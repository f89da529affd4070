import pg from 'pg';
import type { Log } from './log.ts';

/** `url` is `postgres://user:password@host:port/database`; `name` is what `pg_stat_activity` shows; `max` is in connections. */
export interface PoolOptions {
  readonly url: string;
  readonly name: string;
  readonly log: Log;
  readonly max: number;
  /** Statements are sent without waiting for the answers of those before, and idle connections stay open. Default false. */
  readonly hot?: boolean;
}

/** Milliseconds. Nothing may hold a lock, or a place in a batch, for longer than a batch can be retried. */
const limits = {
  connectionTimeoutMillis: 5_000,
  lock_timeout: 5_000,
  statement_timeout: 30_000,
  idle_in_transaction_session_timeout: 30_000,
  // Longer than what the server allows itself: it only ends waiting for a server that went away without a word.
  query_timeout: 35_000,
} as const;

/**
 * For the hot path, where every statement is prepared and asks by key: it is planned once. Left to itself the server plans a statement
 * of several parts again for each batch, which takes longer than carrying it out. As the plan stays, it must not be one that reads all
 * of a table, which a table that is young, or has no statistics yet, invites.
 */
const PLANNED_ONCE = '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off';

/** A pool of connections with our limits, whose broken connections are logged and replaced, never thrown at the process. */
export function openPool({ url, name, log, max, hot = false }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    ...limits,
    connectionString: url,
    application_name: name,
    keepAlive: true,
    max,
    pipeline: hot,
    ...(hot && { options: PLANNED_ONCE }),
    idleTimeoutMillis: hot ? 0 : 60_000,
  });
  // Both are needed: the pool listens to idle connections only, and an `error` event that nobody hears ends the process.
  pool.on('error', (error) => log.warn({ err: error }, 'a connection to the database was lost'));
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
