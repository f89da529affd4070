import { column } from '@hengtong/messaging';
import type { ClientBase, Pool } from 'pg';

/** How far the log is matched: for all that go along, and for each subscription that does not; null is one that goes along. */
export interface Marks {
  readonly position: number;
  readonly apart: ReadonlyMap<string, number | null>;
}

/** Another process has moved a mark: this one must not deliver any more. */
export class MarkMoved extends Error {
  override name = 'MarkMoved';
}

export async function readMarks(pool: Pool): Promise<Marks> {
  const [common, apart] = await Promise.all([
    pool.query<{ position: string }>('select position from matched'),
    pool.query<{ id: string; position: string | null }>('select subscription_id as id, position from matched_apart'),
  ]);
  return {
    position: Number(common.rows[0]?.position ?? 0),
    apart: new Map(apart.rows.map(({ id, position }) => [id, position === null ? null : Number(position)])),
  };
}

/**
 * Moves the mark of those that go along. A lease can be lost without its holder knowing, so that the mark itself decides whose
 * deliveries count. @throws {MarkMoved} if it is not where it was left.
 */
export async function moveMark(db: ClientBase, from: number, to: number): Promise<void> {
  const { rowCount } = await db.query({
    name: 'matched-move',
    text: 'update matched set position = $2 where position = $1',
    values: [from, to],
  });
  if (rowCount !== 1) throw new MarkMoved(`another process has matched the log behind ${from}`);
}

/** Moves the mark of one that is behind; null when it goes along from now on. @throws {MarkMoved} */
export async function moveMarkOf(db: ClientBase, subscriptionId: string, from: number, to: number | null): Promise<void> {
  const { rowCount } = await db.query({
    name: 'matched-apart-move',
    text: 'update matched_apart set position = $3 where subscription_id = $1 and position = $2',
    values: [subscriptionId, from, to],
  });
  if (rowCount !== 1) throw new MarkMoved(`another process has matched the log behind ${from} for ${subscriptionId}`);
}

/** Puts marks of single subscriptions where they are told to be. */
export async function setMarks(db: Pick<ClientBase, 'query'>, marks: ReadonlyMap<string, number | null>): Promise<void> {
  const rows = [...marks];
  await db.query({
    name: 'matched-apart-set',
    text: `insert into matched_apart (subscription_id, position) select * from unnest($1::uuid[], $2::bigint[])
           on conflict (subscription_id) do update set position = excluded.position`,
    values: [column(rows, ([id]) => id), column(rows, ([, position]) => position)],
  });
}
