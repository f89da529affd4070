import type { Queryable } from '../queryable.ts';

/** Gives a member's partitions to the others at once. */
export const createLeaveGroup = `
  create or replace function bus.leave_group(of_group text, as_member uuid) returns void
  language plpgsql security definer set search_path = bus, pg_temp as $$
  begin
    perform from groups where name = of_group and role = session_user for update;
    if found then
      delete from members where group_name = of_group and member = as_member;
      perform divide(of_group);
    end if;
  end $$`;

export async function leaveGroup(db: Queryable, group: string, member: string): Promise<void> {
  await db.query({ text: 'select bus.leave_group($1, $2)', values: [group, member] });
}
