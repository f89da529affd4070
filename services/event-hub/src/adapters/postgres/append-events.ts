import { column, table } from '@hengtong/messaging';
import type { CloudEvent, Retention } from '@hengtong/contracts';

/** An event that is to be appended. */
export interface NewEvent {
  readonly retention: Retention;
  readonly event: CloudEvent;
}

/**
 * The log. An event that is there already is left as it is, so that what the bus delivers again is kept once. Followers are told at the
 * commit (`log` is the channel), with the position that the log then reaches.
 */
export const log = table<NewEvent>('events', (db, rows) => {
  const of = (name: keyof CloudEvent): string => column(rows, ({ event }) => event[name] as string | undefined);
  return db.query({
    name: 'events-append',
    text: `with head as (update log_head set position = position + $1 returning position),
          told as (select pg_notify('log', position::text) from head)
     insert into events (retention, id, position, type, source, subject, process, division, body)
     select retention, id, head.position - $1 + n, type, source, subject, process, division, body
       from head, told,
            unnest($2::text[], $3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::text[], $9::text[])
              with ordinality as new (retention, id, type, source, subject, process, division, body, n)
     on conflict do nothing`,
    values: [
      rows.length,
      column(rows, ({ retention }) => retention),
      of('id'),
      of('type'),
      of('source'),
      of('subject'),
      of('process'),
      of('division'),
      column(rows, ({ event }) => JSON.stringify(event)),
    ],
  });
});
