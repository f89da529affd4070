import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

export interface LeaseOptions {
  readonly url: string;
  /** What `pg_stat_activity` shows. */
  readonly name: string;
  readonly log: { info(details: object, message: string): void; warn(details: object, message: string): void };
}

// One process delivers at a time; "delivery" in ASCII, so that nobody else happens to use the number.
const LOCK = 0x64656c6976657279n;
/** Milliseconds between two looks, of the one that waits and of the one that holds it. */
const [WAITING, HOLDING] = [500, 1_000];
/** Milliseconds that the server has to answer the one that holds it. */
const ANSWER = 3_000;
/** The server notices within some 10 s that a holder's machine is gone; otherwise that takes hours. */
const KEEPALIVES = '-c tcp_keepalives_idle=4 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3';

/**
 * Runs `work` while this process is the one that delivers, again and again until `signal` is aborted. The lease is a session's advisory
 * lock on a connection of its own, so that it ends with its process, however that ends. `work` must return soon after its signal is
 * aborted: because the lease was lost, or to stop, in which case it is held until `work` has returned.
 */
export async function whileHoldingLease(
  options: LeaseOptions,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await hold(options, signal, work);
    } catch (err) {
      options.log.warn({ err }, 'delivery was interrupted; trying again');
      await pause(HOLDING, undefined, { signal }).catch(() => undefined);
    }
  }
}

async function hold({ url, name, log }: LeaseOptions, signal: AbortSignal, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const db = new pg.Client({
    connectionString: url,
    application_name: `${name} lease`,
    connectionTimeoutMillis: 5_000,
    query_timeout: ANSWER,
    keepAlive: true,
    options: KEEPALIVES,
  });
  const lost = new AbortController();
  db.on('error', () => lost.abort());
  db.on('end', () => lost.abort());
  await db.connect();
  try {
    // Asked again and again: a session that waits for a lock keeps a snapshot, and with it all that vacuum would clear.
    while (!(await isTaken(db))) {
      await pause(WAITING, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
    }
    log.info({}, 'this process delivers from now on');
    const beat = setInterval(() => void db.query('select 1').catch(() => lost.abort()), HOLDING);
    try {
      await work(AbortSignal.any([signal, lost.signal]));
    } finally {
      clearInterval(beat);
    }
    if (lost.signal.aborted) throw new Error('the lease was lost with its connection');
  } finally {
    // Ends the session, and with it the lock.
    await db.end().catch(() => undefined);
  }
}

async function isTaken(db: pg.Client): Promise<boolean> {
  const { rows } = await db.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [LOCK]);
  return rows[0]?.taken === true;
}
