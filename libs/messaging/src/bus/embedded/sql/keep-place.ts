import type { Queryable } from '../queryable.ts';

/** How far a topic's partition was taken. */
export interface TakenUpTo {
  readonly topic: string;
  readonly partition: number;
  readonly next: string;
}

/**
 * Renews a member's lease, notes how far it has come (only where it holds the partition), and has the partitions divided anew if
 * somebody else's lease has run out. No row for one that is no member any more: others have its partitions.
 */
export const createKeepPlace = `
  create or replace function bus.keep_place(
    of_group text, as_member uuid, lease_ms int, of_topics text[], of_partitions int[], next_offsets bigint[]
  ) returns table (epoch bigint, share int[])
  language plpgsql security definer set search_path = bus, pg_temp as $$
  #variable_conflict use_column
  begin
    perform from groups where name = of_group and role = session_user for update;
    if not found then return; end if;
    update members set lease_until = clock_timestamp() + make_interval(secs => lease_ms / 1000.0)
     where group_name = of_group and member = as_member;
    insert into offsets (group_name, topic_id, partition, next_offset)
    select of_group, t.id, w.partition, w.next_offset
      from unnest(of_topics, of_partitions, next_offsets) as w (topic, partition, next_offset)
      join topics t using (topic)
      join members m on m.group_name = of_group and m.member = as_member and w.partition = any (m.holds)
    on conflict (group_name, topic_id, partition) do update set next_offset = excluded.next_offset;
    if exists (select from members where group_name = of_group and lease_until < clock_timestamp()) then
      perform divide(of_group);
    end if;
    return query
      select g.epoch, m.share from groups g join members m on m.group_name = g.name
       where g.name = of_group and g.role = session_user and m.member = as_member;
  end $$`;

/** What the member's share is, and the epoch of that division; undefined if it is no member any more. */
export async function keepPlace(
  db: Queryable,
  group: string,
  member: string,
  leaseMs: number,
  taken: readonly TakenUpTo[],
): Promise<{ epoch: string; share: number[] } | undefined> {
  const { rows } = await db.query<{ epoch: string; share: number[] }>({
    name: 'bus.keep_place',
    text: 'select epoch, share from bus.keep_place($1, $2, $3, $4, $5, $6)',
    values: [
      group,
      member,
      leaseMs,
      taken.map(({ topic }) => topic),
      taken.map(({ partition }) => partition),
      taken.map(({ next }) => next),
    ],
  });
  return rows[0];
}
