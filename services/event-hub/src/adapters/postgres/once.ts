import { createHash } from 'node:crypto';
import { inTransaction } from '@hengtong/persistence';
import { idempotencyKey, ProblemError } from '@hengtong/platform';
import canonicalize from 'canonicalize';
import type { Pool, PoolClient } from 'pg';

/** A request that may name a key under which it is answered once. `key` is the header as it came. */
export interface Keyed {
  readonly client: string;
  readonly route: string;
  readonly key: string | undefined;
  readonly body: unknown;
}

/** PostgreSQL: a lock was not to be had in time. */
const LOCK_NOT_AVAILABLE = '55P03';

/** Answers to requests that name a key. */
export class Once {
  private readonly pool: Pool;

  /** Connections of its own: each is held while an answer is made, which needs others. */
  constructor(pool: Pool) {
    this.pool = pool;
  }

  /**
   * Gives the answer that the same request has had under its key within 7 days (DESIGN §7), or makes it. The key's row is held until the
   * answer is there: a second request waits at it for 2 s. What fails leaves no key behind.
   * @throws {ProblemError} 422 for a key that was used with another body, 409 for one whose first request is not answered yet
   */
  async answer<Answer>({ client, route, key: header, body }: Keyed, make: () => Promise<Answer>): Promise<Answer> {
    const key = idempotencyKey(header);
    if (key === undefined) return make();
    const hash = createHash('sha256')
      .update(canonicalize(body) ?? '')
      .digest('base64url');
    const id = [client, route, key];
    try {
      return await inTransaction(this.pool, async (db) => {
        await db.query(`set local lock_timeout = '2s'`);
        const { rowCount } = await db.query(
          `insert into idempotency_keys (client, route, key, body_hash) values ($1, $2, $3, $4) on conflict do nothing`,
          [...id, hash],
        );
        if (rowCount === 0) return answerOf<Answer>(db, id, hash);
        const answer = await make();
        await db.query('update idempotency_keys set answer = $4 where client = $1 and route = $2 and key = $3', [
          ...id,
          JSON.stringify(answer),
        ]);
        return answer;
      });
    } catch (error) {
      if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
      throw new ProblemError('still-running', 'The first request under this key is still being worked on. Send this one again.', {
        headers: { 'retry-after': '2' },
        cause: error,
      });
    }
  }

  /** Forgets keys that are past their time. */
  async forget(): Promise<void> {
    await this.pool.query(`delete from idempotency_keys where created_at < now() - interval '7 days'`);
  }
}

/** What was answered under a key. @throws {ProblemError} 422 if that was to another body */
async function answerOf<Answer>(db: PoolClient, id: readonly string[], hash: string): Promise<Answer> {
  const { rows } = await db.query<{ hash: string; answer: Answer }>(
    'select body_hash as hash, answer from idempotency_keys where client = $1 and route = $2 and key = $3',
    [...id],
  );
  if (rows[0]?.hash === hash) return rows[0].answer;
  const errors = [{ pointer: 'Idempotency-Key', detail: 'was used with another body' }];
  throw new ProblemError('key-reused', 'This key stands for another request. Take a new key for a new request.', { errors });
}
