import type { Pool } from 'pg';
import { type DeliveryStatus, madeAt } from './delivery-row.ts';

/** A delivery as subscribers and operators see it; times are RFC 3339. */
export interface Delivery {
  readonly id: string;
  readonly position: number;
  readonly eventId: string;
  readonly caseId: string;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  readonly createdAt: string;
  /** When it is tried next, while it is pending. */
  readonly dueAt?: string;
  readonly settledAt?: string;
  readonly replayId?: string;
}

/** One try: a status or the reason why there is none, and how the answer began. */
export interface Attempt {
  readonly number: number;
  readonly at: string;
  readonly status?: number;
  readonly error?: string;
  readonly durationMs: number;
  readonly body?: string;
}

interface Row {
  readonly id: string;
  readonly position: string;
  readonly eventId: string;
  readonly caseId: string;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  readonly dueAt: Date;
  readonly settledAt: Date | null;
  readonly replayId: string | null;
}

const COLUMNS = `id, position, event_id as "eventId", case_id as "caseId", status, attempts, due_at as "dueAt", settled_at as "settledAt",
  replay_id as "replayId"`;

/** Deliveries of a subscription, newest first, behind (that is, older than) `after`. */
export async function listDeliveries(
  pool: Pool,
  subscriptionId: string,
  { status, after, limit }: { readonly status?: DeliveryStatus | undefined; readonly after?: string | undefined; readonly limit: number },
): Promise<Delivery[]> {
  const { rows } = await pool.query<Row>(
    `select ${COLUMNS} from deliveries
      where subscription_id = $1 and ($2::text is null or status = $2) and ($3::uuid is null or id < $3)
      order by id desc limit $4`,
    [subscriptionId, status ?? null, after ?? null, limit],
  );
  return rows.map(deliveryOf);
}

/** One delivery with its attempts, in order; undefined if the subscription has none of that id. */
export async function readDelivery(
  pool: Pool,
  subscriptionId: string,
  id: string,
): Promise<(Delivery & { attempted: Attempt[] }) | undefined> {
  const { rows } = await pool.query<Row>(`select ${COLUMNS} from deliveries where id = $2 and subscription_id = $1`, [subscriptionId, id]);
  if (!rows[0]) return undefined;
  const attempts = await pool.query<{
    number: number;
    at: Date;
    status: number | null;
    error: string | null;
    ms: number;
    body: string | null;
  }>('select number, at, status, error, duration_ms as ms, body from attempts where delivery_id = $1 order by number', [id]);
  const attempted = attempts.rows.map(({ number, at, status, error, ms, body }) => ({
    number,
    at: at.toISOString(),
    ...(status !== null && { status }),
    ...(error !== null && { error }),
    durationMs: ms,
    ...(body !== null && { body }),
  }));
  return { ...deliveryOf(rows[0]), attempted };
}

/** How far delivery to a subscription has come; replays do not count. */
export interface Progress {
  /** The position of the first delivery that is still to be made, if any is. */
  readonly oldest?: number;
  /** How far the log was looked through for it; undefined before that has begun. */
  readonly matched?: number;
  /** When its webhook last took an event, of the thousand newest. */
  readonly deliveredAt?: Date;
  /** Since when it has taken none, though it was tried. */
  readonly failingSince?: Date;
}

export async function progressOf(pool: Pool, subscriptionId: string): Promise<Progress> {
  const { rows } = await pool.query<{ oldest: string | null; matched: string | null; deliveredAt: Date | null; failingSince: Date | null }>(
    `select (select min(position) from deliveries where subscription_id = $1 and status = 'pending' and replay_id is null) as oldest,
            (select coalesce(apart.position, matched.position) from matched_apart apart, matched where subscription_id = $1) as matched,
            (select settled_at from (select status, settled_at from deliveries where subscription_id = $1 order by id desc limit 1000) newest
              where status = 'delivered' limit 1) as "deliveredAt",
            (select since from failing_endpoints where subscription_id = $1) as "failingSince"`,
    [subscriptionId],
  );
  const { oldest = null, matched = null, deliveredAt, failingSince } = rows[0] ?? {};
  return {
    ...(oldest !== null && { oldest: Number(oldest) }),
    ...(matched !== null && { matched: Number(matched) }),
    ...(deliveredAt && { deliveredAt }),
    ...(failingSince && { failingSince }),
  };
}

function deliveryOf({ dueAt, settledAt, replayId, position, ...row }: Row): Delivery {
  return {
    ...row,
    position: Number(position),
    createdAt: new Date(madeAt(row.id)).toISOString(),
    ...(row.status === 'pending' && { dueAt: dueAt.toISOString() }),
    ...(settledAt && { settledAt: settledAt.toISOString() }),
    ...(replayId && { replayId }),
  };
}
