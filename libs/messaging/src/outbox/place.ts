import type { ClientBase } from 'pg';

export interface LaneUse {
  readonly lane: number;
  readonly rows: number;
  /** How far the caller has published the lane, and under which epoch it owned it then; 0 if it does not own it. */
  readonly published: number;
  readonly epoch: number;
}

export interface OutboxRow {
  readonly lane: number;
  /** Counted from 0 within the lane and this batch. */
  readonly ordinal: number;
  readonly topic: string;
  readonly key: string;
  readonly headers: string;
  readonly value: string;
}

export interface LaneAfter {
  readonly lane: number;
  /** The position of the batch's first row in this lane. */
  readonly first: number;
  readonly owner: string | null;
  readonly epoch: number;
}

/**
 * Writes rows behind those that the lane has, in the same statement moves the mark, renews the lease and tells who owns the lane.
 * The lane's row stays locked until the transaction ends, so positions have no gaps and become visible in their order.
 */
export async function place(db: ClientBase, owner: string, leaseSeconds: number, lanes: readonly LaneUse[], rows: readonly OutboxRow[]): Promise<LaneAfter[]> {
  const result = await db.query<{ lane: number; first: string; owner: string | null; epoch: number }>({
    name: 'outbox-place',
    text: `
      with used as (
        select * from unnest($3::int[], $4::int[], $5::bigint[], $6::int[]) as u(lane, rows, published, epoch)
      ), locked as (
        select lane from outbox_lanes where lane = any($3::int[]) order by lane for update
      ), moved as (
        update outbox_lanes l
           set next_position = l.next_position + u.rows,
               published = case when l.owner = $1 and l.epoch = u.epoch then greatest(l.published, u.published) else l.published end,
               lease_until = case when l.owner = $1 and l.epoch = u.epoch then clock_timestamp() + make_interval(secs => $2::int) else l.lease_until end
          from used u join locked using (lane)
         where l.lane = u.lane
        returning l.lane, l.next_position - u.rows as first, l.owner, l.epoch
      ), written as (
        insert into outbox (lane, position, topic, key, headers, value)
        select r.lane, m.first + r.ordinal, r.topic, r.key, r.headers, r.value
          from unnest($7::int[], $8::int[], $9::text[], $10::text[], $11::text[], $12::text[]) as r(lane, ordinal, topic, key, headers, value)
          join moved m using (lane)
      )
      select lane, first, owner, epoch from moved`,
    values: [
      owner,
      leaseSeconds,
      lanes.map((use) => use.lane),
      lanes.map((use) => use.rows),
      lanes.map((use) => use.published),
      lanes.map((use) => use.epoch),
      rows.map((row) => row.lane),
      rows.map((row) => row.ordinal),
      rows.map((row) => row.topic),
      rows.map((row) => row.key),
      rows.map((row) => row.headers),
      rows.map((row) => row.value),
    ],
  });
  return result.rows.map((row) => ({ ...row, first: Number(row.first) }));
}
