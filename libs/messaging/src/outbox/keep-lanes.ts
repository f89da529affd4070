import type { Database } from '../database.ts';

export interface LaneHeld {
  readonly lane: number;
  readonly published: number;
  readonly epoch: number;
}

export interface LaneState {
  readonly lane: number;
  readonly owner: string | null;
  readonly epoch: number;
  readonly published: number;
  readonly last: number;
}

interface LaneRow {
  readonly lane: number;
  readonly owner: string | null;
  readonly epoch: number;
  readonly published: string;
  readonly last: string;
}

const stateOf = (row: LaneRow): LaneState => ({ ...row, published: Number(row.published), last: Number(row.last) });

/** How all lanes stand. `last` is the position of the newest message that is committed. */
export async function readLanes(db: Database): Promise<LaneState[]> {
  const { rows } = await db.query<LaneRow>(
    `select lane, case when lease_until > clock_timestamp() then owner end as owner, epoch, published, last from outbox_lanes`,
  );
  return rows.map(stateOf);
}

/**
 * Takes lanes that nobody owns any more. Each taking is a new epoch, so that the owner before can move nothing from now on. A lane that
 * is locked, because somebody is committing in it, is left to the next look: waiting for it would hold up the lanes locked already.
 */
export async function claimLanes(db: Database, owner: string, leaseSeconds: number, lanes: readonly number[]): Promise<LaneState[]> {
  const { rows } = await db.query<LaneRow>(
    `with unlocked as (select lane from outbox_lanes where lane = any($3) for update skip locked)
     update outbox_lanes l set owner = $1, epoch = epoch + 1, lease_until = clock_timestamp() + make_interval(secs => $2::int)
       from unlocked u where l.lane = u.lane and (l.owner is null or l.lease_until <= clock_timestamp())
     returning l.lane, l.owner, l.epoch, l.published, l.last`,
    [owner, leaseSeconds, lanes],
  );
  return rows.map(stateOf);
}

/**
 * Moves the mark of lanes that the caller still owns and holds them for another lease. Missing in the answer are those that it has lost,
 * and those that are locked at this moment.
 */
export async function renewLanes(db: Database, owner: string, leaseSeconds: number, held: readonly LaneHeld[]): Promise<number[]> {
  const { rows } = await db.query<{ lane: number }>(
    `with unlocked as (select lane from outbox_lanes where lane = any($3) for update skip locked)
     update outbox_lanes l
        set published = greatest(l.published, h.published), lease_until = clock_timestamp() + make_interval(secs => $2::int)
       from unnest($3::int[], $4::bigint[], $5::int[]) as h(lane, published, epoch) join unlocked using (lane)
      where l.lane = h.lane and l.owner = $1 and l.epoch = h.epoch
     returning l.lane`,
    [owner, leaseSeconds, held.map((h) => h.lane), held.map((h) => h.published), held.map((h) => h.epoch)],
  );
  return rows.map((row) => row.lane);
}

/** Gives a lane back, with how far it is published, so that the next owner need not wait for the lease to end. */
export async function releaseLane(db: Database, owner: string, { lane, published, epoch }: LaneHeld): Promise<void> {
  await db.query(
    `update outbox_lanes set published = greatest(published, $3), owner = null where lane = $2 and owner = $1 and epoch = $4`,
    [owner, lane, published, epoch],
  );
}
