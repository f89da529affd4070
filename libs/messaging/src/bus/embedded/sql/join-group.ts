import type { Queryable } from '../queryable.ts';

/** Makes the caller a member for the length of a lease. A group belongs to the role that first joined it. */
export const createJoinGroup = `
  create or replace function bus.join_group(of_group text, as_member uuid, reads text[], lease_ms int) returns void
  language plpgsql security definer set search_path = bus, pg_temp as $$
  declare missing text; owner name;
  begin
    perform require_access('read', reads);
    select r into missing from unnest(reads) as r where not exists (select from topics t where t.topic = r) limit 1;
    if missing is not null then
      raise undefined_object using message = format('topic %s does not exist', missing);
    end if;
    insert into groups (name, role) values (of_group, session_user) on conflict do nothing;
    select role into owner from groups where name = of_group for update;
    if owner <> session_user then
      raise insufficient_privilege using message = format('group %s belongs to %s, not to %s', of_group, owner, session_user);
    end if;
    insert into members (group_name, member, topics, lease_until)
    values (of_group, as_member, reads, clock_timestamp() + make_interval(secs => lease_ms / 1000.0));
    perform divide(of_group);
  end $$`;

/** @throws 42501 if the role may not read a topic or the group is another's, 42704 if a topic does not exist. */
export async function joinGroup(db: Queryable, group: string, member: string, topics: readonly string[], leaseMs: number): Promise<void> {
  await db.query({ text: 'select bus.join_group($1, $2, $3, $4)', values: [group, member, topics, leaseMs] });
}
