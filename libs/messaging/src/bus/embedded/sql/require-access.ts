/** Refuses (42501) a role that the access list does not let read, or write, one of these topics. The role is the one that logged in. */
export const createRequireAccess = `
  create or replace function bus.require_access(wanted_may text, wanted_topics text[]) returns void
  language plpgsql stable set search_path = bus, pg_temp as $$
  declare refused text;
  begin
    select wanted into refused from unnest(wanted_topics) as wanted
     where not exists (select from access a where a.role = session_user and a.topic = wanted and a.may = wanted_may)
     limit 1;
    if refused is not null then
      raise insufficient_privilege using message = format('%s may not %s topic %s', session_user, wanted_may, refused);
    end if;
  end $$`;
