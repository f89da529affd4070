import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import type { Pool } from 'pg';

/** Keeps what oidc-provider keeps of one model (`Session`, `Grant`, …) in the table `stored_objects`. */
export class StoredObjects implements Adapter {
  private readonly pool: Pool;
  private readonly model: string;

  constructor(pool: Pool, model: string) {
    this.pool = pool;
    this.model = model;
  }

  /** `expiresIn` is in seconds; without it the object stays. */
  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    await this.pool.query(
      `insert into stored_objects (model, id, payload, grant_id, uid, expires_at)
       values ($1, $2, $3, $4, $5, now() + make_interval(secs => $6))
       on conflict (model, id) do update
         set payload = excluded.payload, grant_id = excluded.grant_id, uid = excluded.uid, expires_at = excluded.expires_at`,
      [this.model, id, payload, payload.grantId ?? null, payload.uid ?? null, expiresIn ?? null],
    );
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    return this.findBy('id', id);
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.findBy('uid', uid);
  }

  /** Of the device flow, which is off. */
  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  /** Marks a code or a refresh token as used. @throws when it was used meanwhile: of two at once only one may go on. */
  async consume(id: string): Promise<void> {
    const { rowCount } = await this.pool.query(
      `update stored_objects set consumed_at = now() where model = $1 and id = $2 and consumed_at is null`,
      [this.model, id],
    );
    if (rowCount === 0) throw new errors.InvalidGrant('it has been used already');
  }

  async destroy(id: string): Promise<void> {
    await this.pool.query(`delete from stored_objects where model = $1 and id = $2`, [this.model, id]);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.pool.query(`delete from stored_objects where model = $1 and grant_id = $2`, [this.model, grantId]);
  }

  private async findBy(column: 'id' | 'uid', value: string): Promise<AdapterPayload | undefined> {
    // PostgreSQL knows no text with a NUL in it, and callers may send one.
    if (value.includes('\0')) return undefined;
    const { rows } = await this.pool.query<{ payload: AdapterPayload; consumed: number | null }>(
      `select payload, extract(epoch from consumed_at)::int as consumed
         from stored_objects
        where model = $1 and ${column} = $2 and (expires_at is null or expires_at > now())`,
      [this.model, value],
    );
    const [row] = rows;
    return row && { ...row.payload, ...(row.consumed !== null && { consumed: row.consumed }) };
  }
}
