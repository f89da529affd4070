import type { Actor, CreateSubscription, Delivery, SubscriptionStatus } from '@hengtong/contracts';
import type { Pool } from 'pg';

/** What of a subscription its subscriber can change. */
export type SubscriptionWish = Pick<
  CreateSubscription,
  'types' | 'source' | 'filters' | 'projection' | 'sink' | 'ordered' | 'ratePerSecond' | 'description'
>;

/** What calls of a webhook are signed with. An older one is used beside the newest until its time is over (RFC 3339). */
export interface WebhookSecret {
  readonly secret: string;
  readonly until?: string;
}

/** A subscription as the database has it. */
export interface SubscriptionRow {
  readonly id: string;
  readonly subscriber: string;
  readonly delivery: Delivery;
  readonly status: SubscriptionStatus;
  readonly statusReason: string | null;
  readonly wish: SubscriptionWish;
  readonly secrets: readonly WebhookSecret[];
  /** Events behind this position are for it: where it began, and of what is pulled, what was confirmed. */
  readonly confirmed: number;
  readonly version: number;
  readonly createdBy: Actor;
  readonly createdAt: Date;
  readonly updatedBy: Actor | null;
  readonly updatedAt: Date;
}

export type NewSubscription = Pick<
  SubscriptionRow,
  'id' | 'subscriber' | 'delivery' | 'status' | 'statusReason' | 'wish' | 'secrets' | 'confirmed' | 'createdBy'
>;

const COLUMNS = `id, subscriber, delivery, status, status_reason as "statusReason", wish, secrets, confirmed::float8 as confirmed, version,
  created_by as "createdBy", created_at as "createdAt", updated_by as "updatedBy",
  updated_at as "updatedAt"`;

export async function insertSubscription(pool: Pool, row: NewSubscription): Promise<SubscriptionRow> {
  const { rows } = await pool.query<SubscriptionRow>(
    `with told as (select pg_notify('subscriptions', ''))
     insert into subscriptions (id, subscriber, delivery, status, status_reason, wish, secrets, confirmed, created_by)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9 from told returning ${COLUMNS}`,
    [
      row.id,
      row.subscriber,
      row.delivery,
      row.status,
      row.statusReason,
      JSON.stringify(row.wish),
      JSON.stringify(row.secrets),
      row.confirmed,
      JSON.stringify(row.createdBy),
    ],
  );
  return rows[0] as SubscriptionRow;
}

/** What changes; what is left out stays. */
export type SubscriptionChange = Partial<Pick<SubscriptionRow, 'status' | 'statusReason' | 'wish' | 'secrets'>>;

/** Changes one that still has this version and is not ended, and notes who did. @returns undefined if another was faster. */
export async function updateSubscription(
  pool: Pool,
  { id, version }: Pick<SubscriptionRow, 'id' | 'version'>,
  change: SubscriptionChange,
  by: Actor,
): Promise<SubscriptionRow | undefined> {
  const { rows } = await pool.query<SubscriptionRow>(
    `with told as (select pg_notify('subscriptions', ''))
     update subscriptions
        set status = coalesce($3, status), status_reason = case when $3::text is null then status_reason else $4 end,
            wish = coalesce($5, wish), secrets = coalesce($6, secrets), updated_by = $7, version = version + 1, updated_at = now()
       from told where id = $1 and version = $2 and status <> 'ended' returning ${COLUMNS}`,
    [
      id,
      version,
      change.status ?? null,
      change.statusReason ?? null,
      change.wish ? JSON.stringify(change.wish) : null,
      change.secrets ? JSON.stringify(change.secrets) : null,
      JSON.stringify(by),
    ],
  );
  return rows[0];
}

/** Notes that all up to a position has arrived; never goes back. */
export async function confirmUpTo(pool: Pool, id: string, position: number): Promise<void> {
  await pool.query('update subscriptions set confirmed = greatest(confirmed, $2) where id = $1', [id, position]);
}

/** One subscription of `subscriber`; of anybody if that is left out. */
export async function readSubscription(pool: Pool, id: string, subscriber: string | undefined): Promise<SubscriptionRow | undefined> {
  const { rows } = await pool.query<SubscriptionRow>(
    `select ${COLUMNS} from subscriptions where id = $1 and ($2::text is null or subscriber = $2)`,
    [id, subscriber ?? null],
  );
  return rows[0];
}

export interface SubscriptionFilter {
  /** The one agency whose subscriptions may be seen; all if it is left out. */
  readonly subscriber?: string | undefined;
  /** Those that should deliver and do not, or all others: what the hub has disabled, and webhooks of which nothing is taken. */
  readonly failing?: boolean | undefined;
}

/** Subscriptions, newest first, behind `after`. */
export async function listSubscriptions(
  pool: Pool,
  { subscriber, failing }: SubscriptionFilter,
  limit: number,
  after: string | undefined,
): Promise<SubscriptionRow[]> {
  const { rows } = await pool.query<SubscriptionRow>(
    `select ${COLUMNS} from subscriptions
      where ($1::text is null or subscriber = $1) and ($2::uuid is null or id < $2)
        and ($4::boolean is null or $4 = (status = 'disabled'
          or status = 'active' and exists (select from failing_endpoints where subscription_id = subscriptions.id)))
      order by id desc limit $3`,
    [subscriber ?? null, after ?? null, limit, failing ?? null],
  );
  return rows;
}

/** These subscriptions, as they stand now. */
export async function readSubscriptions(pool: Pool, ids: readonly string[]): Promise<SubscriptionRow[]> {
  const { rows } = await pool.query<SubscriptionRow>(`select ${COLUMNS} from subscriptions where id = any($1) order by id desc`, [ids]);
  return rows;
}

/** All that are not ended. */
export async function livingSubscriptions(pool: Pool): Promise<SubscriptionRow[]> {
  const { rows } = await pool.query<SubscriptionRow>(`select ${COLUMNS} from subscriptions where status <> 'ended'`);
  return rows;
}
