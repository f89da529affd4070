import type { Pool, PoolClient } from 'pg';

/** A session as it is stored: tokens sealed, times in milliseconds since 1970. */
export interface StoredSession {
  readonly sealed: Buffer;
  readonly name: string;
  /** Of the access token. */
  readonly from: number;
  readonly until: number;
  readonly begunAt: number;
  readonly seenAt: number;
}

/** What another token changes. */
export type Renewal = Pick<StoredSession, 'sealed' | 'from' | 'until'>;

interface Row {
  sealed: Buffer;
  name: string;
  token_from: Date;
  token_until: Date;
  begun_at: Date;
  seen_at: Date;
}

const SELECT = 'select sealed, name, token_from, token_until, begun_at, seen_at from sessions where id = $1';

export async function addSession(
  pool: Pool,
  id: Buffer,
  { sealed, name, from, until }: Renewal & Pick<StoredSession, 'name'>,
): Promise<void> {
  await pool.query('insert into sessions (id, sealed, name, token_from, token_until) values ($1, $2, $3, $4, $5)', [
    id,
    sealed,
    name,
    new Date(from),
    new Date(until),
  ]);
}

export async function findSession(pool: Pool, id: Buffer): Promise<StoredSession | undefined> {
  const { rows } = await pool.query<Row>(SELECT, [id]);
  return rows[0] && view(rows[0]);
}

/** The same, and until the transaction ends nobody else gets it this way. */
export async function lockSession(db: PoolClient, id: Buffer): Promise<StoredSession | undefined> {
  const { rows } = await db.query<Row>(`${SELECT} for update`, [id]);
  return rows[0] && view(rows[0]);
}

export async function renewSession(db: PoolClient, id: Buffer, { sealed, from, until }: Renewal): Promise<void> {
  await db.query('update sessions set sealed = $2, token_from = $3, token_until = $4 where id = $1', [
    id,
    sealed,
    new Date(from),
    new Date(until),
  ]);
}

export async function touchSession(pool: Pool, id: Buffer): Promise<void> {
  await pool.query('update sessions set seen_at = now() where id = $1', [id]);
}

export async function dropSession(pool: Pool, id: Buffer): Promise<void> {
  await pool.query('delete from sessions where id = $1', [id]);
}

/** Forgets sessions that are over. Milliseconds. */
export async function dropOldSessions(pool: Pool, { idle, limit }: { idle: number; limit: number }): Promise<void> {
  await pool.query(
    `delete from sessions where seen_at < now() - make_interval(secs => $1) or begun_at < now() - make_interval(secs => $2)`,
    [idle / 1000, limit / 1000],
  );
}

function view(row: Row): StoredSession {
  return {
    sealed: row.sealed,
    name: row.name,
    from: row.token_from.getTime(),
    until: row.token_until.getTime(),
    begunAt: row.begun_at.getTime(),
    seenAt: row.seen_at.getTime(),
  };
}
