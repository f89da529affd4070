import type { Queryable } from '../queryable.ts';

/** Makes the topics that are missing, for a role that may read or write them, and says how many partitions each has. */
export const createEnsureTopics = `
  create or replace function bus.ensure_topics(names text[], wanted int) returns table (name text, has int)
  language plpgsql security definer set search_path = bus, pg_temp as $$
  declare refused text;
  begin
    select n into refused from unnest(names) as n
     where not exists (select from access a where a.role = session_user and a.topic = n) limit 1;
    if refused is not null then
      raise insufficient_privilege using message = format('%s has nothing to do with topic %s', session_user, refused);
    end if;
    with made as (
      insert into topics (topic, partitions) select n, wanted from unnest(names) as n order by n
      on conflict do nothing returning id
    )
    insert into partitions (topic_id, partition) select id, p from made, generate_series(0, wanted - 1) as p;
    return query select t.topic, t.partitions from topics t where t.topic = any (names);
  end $$`;

/** @throws 42501 if the role has nothing to do with a topic. */
export async function ensureTopics(db: Queryable, topics: readonly string[], partitions: number): Promise<Map<string, number>> {
  const text = 'select name, has from bus.ensure_topics($1, $2)';
  const { rows } = await db.query<{ name: string; has: number }>({ text, values: [topics, partitions] });
  return new Map(rows.map(({ name, has }) => [name, has]));
}
