import type { Queryable } from '../queryable.ts';
import type { TakenUpTo } from './keep-place.ts';

/**
 * Lets go of what is not the member's share any more, and takes over of its share what nobody else holds; says from where each of its
 * topics is to be read there. A partition changes hands without a moment in which two have it.
 */
export const createClaim = `
  create or replace function bus.claim(of_group text, as_member uuid) returns table (topic text, partition int, next_offset bigint)
  language plpgsql security definer set search_path = bus, pg_temp as $$
  #variable_conflict use_column
  begin
    perform from groups where name = of_group and role = session_user for update;
    if not found then return; end if;
    update members m
       set holds = array(
             select p from unnest(m.share) as p
              where not exists (select from members o where o.group_name = of_group and o.member <> as_member and p = any (o.holds))
              order by p)
     where m.group_name = of_group and m.member = as_member;
    return query
      select t.topic, p.partition, coalesce(o.next_offset, 0)
        from groups g
        join members m on m.group_name = g.name and m.member = as_member
        join topics t on t.topic = any (m.topics)
        join partitions p on p.topic_id = t.id and p.partition = any (m.holds)
        left join offsets o on o.group_name = of_group and o.topic_id = t.id and o.partition = p.partition
       where g.name = of_group and g.role = session_user;
  end $$`;

/** Everything that the member now holds, with the offset from which to read. The partitions that it holds are those named here. */
export async function claim(db: Queryable, group: string, member: string): Promise<TakenUpTo[]> {
  const text = 'select topic, partition, next_offset as next from bus.claim($1, $2)';
  const { rows } = await db.query<TakenUpTo>({ name: 'bus.claim', text, values: [group, member] });
  return rows;
}
