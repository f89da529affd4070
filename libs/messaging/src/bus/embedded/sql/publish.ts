import type { OutgoingMessage } from '../../event-bus.ts';
import type { Queryable } from '../queryable.ts';

/** Appends messages, in the order given within each partition. Rows of partitions are locked in one order, so that nobody waits in a circle. */
export const createPublish = `
  create or replace function bus.publish(
    to_topics text[], to_partitions int[], with_keys text[], with_headers text[], with_values bytea[]
  ) returns void
  language plpgsql security definer set search_path = bus, pg_temp as $$
  declare today date := (clock_timestamp() at time zone 'utc')::date; appended int;
  begin
    perform require_access('write', to_topics);
    if to_regclass('bus.log_' || to_char(today + 1, 'YYYYMMDD')) is null then perform roll(today); end if;
    lock table log in row exclusive mode;

    perform from partitions
      where (topic_id, partition) in (
        select t.id, w.partition from unnest(to_topics, to_partitions) as w (topic, partition) join topics t using (topic))
      order by topic_id, partition
      for update;

    with sent as (
      select t.id as topic_id, w.*, row_number() over (partition by t.id, w.partition order by w.nr) - 1 as place
        from unnest(to_topics, to_partitions, with_keys, with_headers, with_values)
             with ordinality as w (topic, partition, key, headers, value, nr)
        join topics t using (topic)
    ), moved as (
      update partitions p
         set next_offset = p.next_offset + s.sent, day = greatest(p.day, today)
        from (select topic_id, partition, count(*) as sent from sent group by topic_id, partition) s
       where p.topic_id = s.topic_id and p.partition = s.partition
       returning p.topic_id, p.partition, p.next_offset - s.sent as first_offset, p.day
    )
    insert into log (topic_id, partition, "offset", day, key, headers, value)
    select topic_id, partition, first_offset + place, moved.day, key, headers::json, value
      from sent join moved using (topic_id, partition);

    get diagnostics appended = row_count;
    if appended <> cardinality(to_topics) then
      raise undefined_object using message = 'a topic, or a partition of it, does not exist';
    end if;
  end $$`;

/** @throws 42501 if the role may not write a topic, 42704 if a topic or partition does not exist. */
export async function publish(db: Queryable, messages: readonly OutgoingMessage[]): Promise<void> {
  await db.query({
    name: 'bus.publish',
    text: 'select bus.publish($1, $2, $3, $4, $5)',
    values: [
      messages.map(({ topic }) => topic),
      messages.map(({ partition }) => partition),
      messages.map(({ message }) => message.key),
      messages.map(({ message }) => JSON.stringify(message.headers)),
      messages.map(({ message }) => Buffer.from(message.value)),
    ],
  });
}
