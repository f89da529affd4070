import type { Actor } from '@hengtong/contracts';
import type { ClientBase, Pool } from 'pg';

/** A replay as the database has it: what lies behind `from` up to `to`, and how far it has come. */
export interface ReplayRow {
  readonly id: string;
  readonly subscriptionId: string;
  readonly status: 'running' | 'done' | 'cancelled';
  readonly failedOnly: boolean;
  readonly caseId: string | null;
  readonly rate: number;
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly deliveries: number;
  readonly createdBy: Actor;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

const COLUMNS = `id, subscription_id as "subscriptionId", status, failed_only as "failedOnly", case_id as "caseId", rate,
  from_position::float8 as "from", to_position::float8 as "to", at_position::float8 as "at", deliveries, created_by as "createdBy",
  created_at as "createdAt", ended_at as "endedAt"`;

export async function insertReplay(
  pool: Pool,
  row: Pick<ReplayRow, 'id' | 'subscriptionId' | 'failedOnly' | 'caseId' | 'rate' | 'from' | 'to' | 'createdBy'>,
): Promise<ReplayRow> {
  const { rows } = await pool.query<ReplayRow>(
    `insert into replays (id, subscription_id, failed_only, case_id, rate, from_position, to_position, at_position, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $6, $8) returning ${COLUMNS}`,
    [row.id, row.subscriptionId, row.failedOnly, row.caseId, row.rate, row.from, row.to, JSON.stringify(row.createdBy)],
  );
  return rows[0] as ReplayRow;
}

/** One replay of a subscription. */
export async function readReplay(pool: Pool, subscription: string, id: string): Promise<ReplayRow | undefined> {
  const { rows } = await pool.query<ReplayRow>(`select ${COLUMNS} from replays where id = $2 and subscription_id = $1`, [subscription, id]);
  return rows[0];
}

/** Replays of a subscription, newest first, behind `after`. */
export async function listReplays(pool: Pool, subscription: string, limit: number, after: string | undefined): Promise<ReplayRow[]> {
  const { rows } = await pool.query<ReplayRow>(
    `select ${COLUMNS} from replays where subscription_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
    [subscription, after ?? null, limit],
  );
  return rows;
}

/** All that are under way, the oldest first. */
export async function runningReplays(pool: Pool): Promise<ReplayRow[]> {
  const { rows } = await pool.query<ReplayRow>(`select ${COLUMNS} from replays where status = 'running' order by id`);
  return rows;
}

/** Ends one that is under way before its time, and cancels what it has made and is not delivered yet. @returns whether it was under way. */
export async function cancelReplay(pool: Pool, id: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `with cancelled as (
       update replays set status = 'cancelled', ended_at = now() where id = $1 and status = 'running' returning id, subscription_id),
     pending as (
       update deliveries d set status = 'cancelled', settled_at = now() from cancelled c
        where d.subscription_id = c.subscription_id and d.replay_id = c.id and d.status = 'pending')
     select from cancelled`,
    [id],
  );
  return rowCount === 1;
}

/** Ends those whose subscription has ended: nothing can come of them any more. */
export async function cancelOrphans(pool: Pool): Promise<void> {
  await pool.query(
    `update replays set status = 'cancelled', ended_at = now()
       from subscriptions where subscriptions.id = subscription_id and subscriptions.status = 'ended' and replays.status = 'running'`,
  );
}

/** Notes how far one has come, that is still under way and where it was. @returns whether it was. */
export async function advanceReplay(db: ClientBase, { id, at, to }: ReplayRow, reached: number, made: number): Promise<boolean> {
  const { rowCount } = await db.query(
    `update replays set at_position = $3::bigint, deliveries = deliveries + $4, status = case when $3::bigint >= $5 then 'done' else status end,
            ended_at = case when $3::bigint >= $5 then now() end
      where id = $1 and at_position = $2 and status = 'running'`,
    [id, at, reached, made, to],
  );
  return rowCount === 1;
}

/** Positions of what could not be delivered to a subscription, in order, behind `after` and up to `to`. */
export async function failedPositions(pool: Pool, { subscriptionId, at, to }: ReplayRow, limit: number): Promise<number[]> {
  const { rows } = await pool.query<{ position: string }>(
    `select distinct position from deliveries
      where subscription_id = $1 and status = 'failed' and position > $2 and position <= $3 order by position limit $4`,
    [subscriptionId, at, to, limit],
  );
  return rows.map(({ position }) => Number(position));
}
