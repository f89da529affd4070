import type { Writable } from 'node:stream';
import type pg from 'pg';
import { openPool } from './connection.ts';
import type { Log } from './log.ts';

/** As for `openDatabase`. `max` is how many transactions may run side by side, each on a connection of its own; default 1. */
export interface HotClientOptions {
  readonly url: string;
  readonly name: string;
  readonly log: Log;
  readonly max?: number;
}

/** Takes a statement on its way: the commit goes out behind it without waiting for its answer. */
export type WithCommit = (statement: Promise<unknown>) => void;

/** The connection of the hot path, apart from the pool so that a slow list never holds up a batch. */
export interface HotClient {
  /**
   * Runs `work` in a transaction and resolves when it is committed. Statements go out with all others of the same turn of the event loop,
   * without waiting for those before: `await` only what is needed to go on, and give the last writes to `withCommit`, which saves a round trip.
   * One at a time per connection; those that come meanwhile wait. A lost connection fails the transaction that was under way
   * (`isTransient`); the next one connects anew.
   * @throws what `work` throws, or the error of the first statement that failed; nothing is kept then.
   */
  transaction<T>(work: (db: pg.ClientBase, withCommit: WithCommit) => Promise<T>): Promise<T>;
  /** Waits for transactions under way. */
  close(): Promise<void>;
}

/** Opens dedicated connections in pipeline mode (`pg` 8.23). Nothing is asked of the server before the first transaction. */
export function hotClient({ url, name, log, max = 1 }: HotClientOptions): HotClient {
  const pool = openPool({ url, name: `${name} hot`, log, max, hot: true });
  pool.on('connect', holdTogether);
  return {
    transaction: async (work) => {
      const client = await pool.connect();
      try {
        const result = await commit(client, work);
        client.release();
        return result;
      } catch (error) {
        await rollback(client);
        throw error;
      }
    },
    close: () => pool.end(),
  };
}

async function commit<T>(client: pg.PoolClient, work: (db: pg.ClientBase, withCommit: WithCommit) => Promise<T>): Promise<T> {
  const statements: Promise<unknown>[] = [];
  const underway: WithCommit = (statement) => {
    // It is waited for below; until then a failure is not an unhandled one.
    statement.catch(() => undefined);
    statements.push(statement);
  };
  underway(client.query('begin'));
  const result = await work(client, underway);
  const committed = client.query('commit');
  committed.catch(() => undefined);
  // Answers come in order, so what rejects first is what failed first, and not the "transaction is aborted" of all behind it.
  await Promise.all(statements);
  // A server that was asked to commit after a failure rolls back, and says so in the command tag only.
  if ((await committed).command !== 'COMMIT') throw new Error('nothing was committed: a statement failed and its error was not passed on');
  return result;
}

/**
 * What is asked in one turn of the event loop goes out in one write, whatever part of the work asks for it: each write is a packet,
 * wakes the server, and has it answer by packets of its own.
 */
function holdTogether(client: pg.ClientBase): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  let isHeld = false;
  const query = client.query.bind(client) as (...asked: unknown[]) => unknown;
  const held = (...asked: unknown[]): unknown => {
    if (!isHeld) {
      isHeld = true;
      stream.cork();
      setImmediate(() => {
        isHeld = false;
        stream.uncork();
      });
    }
    return query(...asked);
  };
  Object.assign(client, { query: held });
}

/** Waits until all that was sent is answered, so that the next transaction starts on a clean connection, or else on another one. */
async function rollback(client: pg.PoolClient): Promise<void> {
  try {
    await client.query('rollback');
    client.release();
  } catch {
    client.release(true);
  }
}
