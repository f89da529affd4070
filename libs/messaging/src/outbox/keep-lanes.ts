import type { Database } from '../runner/index.ts';

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

/** Takes lanes that nobody owns any more. Each taking is a new epoch, so that the owner before can move nothing from now on. */
export async function claimLanes(db: Database, owner: string, leaseSeconds: number, lanes: readonly number[]): Promise<LaneState[]> {
  const { rows } = await db.query<LaneRow>(
    `update outbox_lanes set owner = $1, epoch = epoch + 1, lease_until = clock_timestamp() + make_interval(secs => $2::int)
      where lane = any($3) and (owner is null or lease_until <= clock_timestamp())
     returning lane, owner, epoch, published, last`,
    [owner, leaseSeconds, lanes],
  );
  return rows.map(stateOf);
}

/** Moves the mark of lanes that the caller still owns and holds them for another lease. Lanes that it has lost are missing in the answer. */
export async function renewLanes(db: Database, owner: string, leaseSeconds: number, held: readonly LaneHeld[]): Promise<number[]> {
  const { rows } = await db.query<{ lane: number }>(
    `update outbox_lanes l
        set published = greatest(l.published, h.published), lease_until = clock_timestamp() + make_interval(secs => $2::int)
       from unnest($3::int[], $4::bigint[], $5::int[]) as h(lane, published, epoch)
      where l.lane = h.lane and l.owner = $1 and l.epoch = h.epoch
     returning l.lane`,
    [owner, leaseSeconds, held.map((h) => h.lane), held.map((h) => h.published), held.map((h) => h.epoch)],
  );
  return rows.map((row) => row.lane);
}

/** Gives lanes back, with how far they are published, so that the next owner need not wait for the lease to end. */
export async function releaseLanes(db: Database, owner: string, held: readonly LaneHeld[]): Promise<void> {
  await db.query(
    `update outbox_lanes l set published = greatest(l.published, h.published), owner = null
       from unnest($2::int[], $3::bigint[], $4::int[]) as h(lane, published, epoch)
      where l.lane = h.lane and l.owner = $1 and l.epoch = h.epoch`,
    [owner, held.map((h) => h.lane), held.map((h) => h.published), held.map((h) => h.epoch)],
  );
}
