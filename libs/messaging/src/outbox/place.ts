import type { ClientBase } from 'pg';
import { column } from '../unit-of-work/index.ts';

/** The messages of one transaction in one lane: one row. */
export interface Chunk {
  readonly lane: number;
  readonly size: number;
  /** JSON of the messages, in order. */
  readonly messages: string;
  /** How far the caller has published the lane, and under which epoch it owned it then; 0 if it does not own it. */
  readonly published: number;
  readonly epoch: number;
}

export interface LaneAfter {
  readonly lane: number;
  /** The position of the last message of the row. */
  readonly last: number;
  readonly owner: string | null;
  readonly epoch: number;
}

/**
 * Writes a row for each lane behind those that it has, in the same statement moves the mark, renews the lease and tells who owns the lane.
 * Positions count messages. The lane's row stays locked until the transaction ends, so they have no gaps and become visible in order.
 * @throws for a lane that does not exist: its row has no position.
 */
export async function place(db: ClientBase, owner: string, leaseSeconds: number, chunks: readonly Chunk[]): Promise<LaneAfter[]> {
  // A parameter of its own for the text of each lane: an array of them would be escaped character by character, and parsed again.
  const texts = chunks.map((_, index) => `$${index + 7}`).join(', ');
  const { rows } = await db.query<{ lane: number; last: string; owner: string | null; epoch: number }>({
    name: `outbox-place-${chunks.length}`,
    text: `
      with chunk as (
        select * from unnest($3::int[], $4::int[], $5::bigint[], $6::int[], array[${texts}]::text[]) as c(lane, size, published, epoch, messages)
      ), locked as (
        select lane from outbox_lanes where lane = any($3::int[]) order by lane for update
      ), moved as (
        update outbox_lanes l
           set last = l.last + c.size,
               published = case when l.owner = $1 and l.epoch = c.epoch then greatest(l.published, c.published) else l.published end,
               lease_until = case when l.owner = $1 and l.epoch = c.epoch then clock_timestamp() + make_interval(secs => $2::int) else l.lease_until end
          from chunk c join locked using (lane)
         where l.lane = c.lane
        returning l.lane, l.last, l.owner, l.epoch
      ), written as (
        insert into outbox (lane, position, size, messages)
        select lane, m.last, c.size, c.messages from chunk c left join moved m using (lane)
      )
      select lane, last, owner, epoch from moved`,
    values: [
      owner,
      leaseSeconds,
      column(chunks, (chunk) => chunk.lane),
      column(chunks, (chunk) => chunk.size),
      column(chunks, (chunk) => chunk.published),
      column(chunks, (chunk) => chunk.epoch),
      ...chunks.map((chunk) => chunk.messages),
    ],
  });
  return rows.map((row) => ({ ...row, last: Number(row.last) }));
}
