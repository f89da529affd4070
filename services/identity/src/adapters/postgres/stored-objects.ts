import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import type { Pool } from 'pg';

const unexpired = '(expires_at is null or expires_at > now())';

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

  async find(id: string): Promise<AdapterPayload | undefined> {
    const { rows } = await this.pool.query<{ payload: AdapterPayload }>(
      `select payload from stored_objects where model = $1 and id = $2 and ${unexpired}`,
      [this.model, id],
    );
    return rows[0]?.payload;
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    const { rows } = await this.pool.query<{ payload: AdapterPayload }>(
      `select payload from stored_objects where model = $1 and uid = $2 and ${unexpired}`,
      [this.model, uid],
    );
    return rows[0]?.payload;
  }

  /** Of the device flow, which is off. */
  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  /** Marks a code or a refresh token as used. @throws when it was used meanwhile: of two at once only one may go on. */
  async consume(id: string): Promise<void> {
    const { rowCount } = await this.pool.query(
      `update stored_objects set payload = payload || jsonb_build_object('consumed', extract(epoch from now())::int)
        where model = $1 and id = $2 and not payload ? 'consumed'`,
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
}
