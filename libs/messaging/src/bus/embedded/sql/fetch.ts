import type { Queryable } from '../queryable.ts';

/** From where to read a topic's partition. `day` is that of the message before, so that older days of the log need not be looked at. */
export interface ReadFrom {
  readonly topic: string;
  readonly partition: number;
  readonly next: string;
  readonly day: string;
}

export interface LogRow {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly day: string;
  readonly key: string | null;
  readonly headers: Record<string, unknown>;
  readonly value: Buffer | null;
}

/**
 * One poll for all that a member may read on: of each partition at most so many messages and bytes, at least one message. The partition's
 * row says whether there is anything, so that a poll that finds nothing touches no log. The epoch comes in any case; no row at all for
 * one that is no member any more.
 */
export const createFetch = `
  create or replace function bus.fetch(
    of_group text, as_member uuid, of_topics text[], of_partitions int[], next_offsets bigint[], days date[], most int, most_bytes int
  ) returns table (epoch bigint, topic text, partition int, "offset" bigint, day date, key text, headers json, value bytea)
  language plpgsql stable security definer set search_path = bus, pg_temp as $$
  #variable_conflict use_column
  begin
    return query
      select g.epoch, found.*
        from groups g
        join members m on m.group_name = g.name and m.member = as_member
        left join lateral (
          select w.topic, w.partition, l."offset", l.day, l.key, l.headers, l.value
            from unnest(of_topics, of_partitions, next_offsets, days) as w (topic, partition, next_offset, day)
            join access a on a.role = session_user and a.topic = w.topic and a.may = 'read'
            join topics t on t.topic = w.topic
            join partitions p on p.topic_id = t.id and p.partition = w.partition and p.next_offset > w.next_offset
            cross join lateral (
              select n.*, sum(octet_length(n.value)) over (order by n."offset" rows unbounded preceding) - octet_length(n.value) as bytes_before
                from (select * from log
                       where log.topic_id = t.id and log.partition = w.partition and log."offset" >= w.next_offset and log.day >= w.day
                       order by log."offset" limit most) as n
            ) as l
           where coalesce(l.bytes_before, 0) < most_bytes
           order by w.topic, w.partition, l."offset"
        ) as found on true
       where g.name = of_group and g.role = session_user;
  end $$`;

/** The epoch of the group's division and what is to be taken; undefined if the member is none any more. */
export async function fetch(
  db: Queryable,
  group: string,
  member: string,
  from: readonly ReadFrom[],
  most: { messages: number; bytes: number },
): Promise<{ epoch: string; rows: LogRow[] } | undefined> {
  const { rows } = await db.query<LogRow & { epoch: string }>({
    name: 'bus.fetch',
    text: `select epoch, topic, partition, "offset", day::text, key, headers, value from bus.fetch($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [
      group,
      member,
      from.map(({ topic }) => topic),
      from.map(({ partition }) => partition),
      from.map(({ next }) => next),
      from.map(({ day }) => day),
      most.messages,
      most.bytes,
    ],
  });
  const first = rows[0];
  return first && { epoch: first.epoch, rows: rows.filter(({ offset }) => (offset as string | null) !== null) };
}
