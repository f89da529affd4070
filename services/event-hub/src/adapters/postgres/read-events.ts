import type { CloudEvent } from '@hengtong/contracts';
import type { Pool } from 'pg';
import type { LoggedEvent } from '../../domain/logged-event.ts';

/** What of the log is read; what is left out leaves nothing out. */
export interface Reading {
  /** Positions beyond this one. */
  readonly after: number;
  readonly limit: number;
  readonly types?: readonly string[] | undefined;
  readonly subject?: string | undefined;
}

/** Events in the order of their positions. `upTo` is how far was looked: nothing else that is wanted lies before it. */
export interface ReadEvents {
  readonly events: LoggedEvent[];
  readonly upTo: number;
}

interface Row {
  readonly position: string;
  readonly body: string;
}

/** Reads on in the log. One snapshot: what is not committed by then has a position beyond `upTo`. */
export async function readEvents(pool: Pool, { after, limit, types, subject }: Reading): Promise<ReadEvents> {
  const { rows } = await pool.query<{ head: string } & Partial<Row>>({
    // Planning goes through all months, and takes four times as long as reading what is new: it is done once for each connection. For
    // the events of one case the plan is another.
    ...(subject === undefined && { name: 'events-read' }),
    text: `select head.position as head, e.position, e.body
       from log_head head left join lateral (
            select position, body from events
             where position > $1 and position <= head.position
               and ($3::text[] is null or type = any($3)) and ($4::uuid is null or subject = $4)
             order by position limit $2) e on true
      order by e.position`,
    values: [after, limit, types ?? null, subject ?? null],
  });
  const events = rows.flatMap(({ position, body }) =>
    position === undefined || position === null || body === undefined ? [] : [logged({ position, body })],
  );
  const head = Number(rows[0]?.head ?? after);
  return { events, upTo: events.length < limit ? Math.max(after, head) : (events.at(-1)?.position ?? after) };
}

/** What of the log is read backwards. */
export interface ReadingBack extends Omit<Reading, 'after'> {
  /** Positions before this one; undefined: from the end. */
  readonly before: number | undefined;
}

/** Events, the newest first. `from` is how far was looked: nothing else that is wanted lies at it or behind it; 0 is the beginning. */
export interface ReadEventsBack {
  readonly events: LoggedEvent[];
  readonly from: number;
  /** The newest position at that moment. */
  readonly head: number;
}

/** Reads back in the log. One snapshot, as `readEvents`. */
export async function readEventsBack(pool: Pool, { before, limit, types, subject }: ReadingBack): Promise<ReadEventsBack> {
  const { rows } = await pool.query<{ head: string } & Partial<Row>>({
    ...(subject === undefined && { name: 'events-read-back' }),
    text: `select head.position as head, e.position, e.body
       from log_head head left join lateral (
            select position, body from events
             where position <= head.position and position < coalesce($1::bigint, head.position + 1)
               and ($3::text[] is null or type = any($3)) and ($4::uuid is null or subject = $4)
             order by position desc limit $2) e on true
      order by e.position desc`,
    values: [before ?? null, limit, types ?? null, subject ?? null],
  });
  const events = rows.flatMap(({ position, body }) =>
    position === undefined || position === null || body === undefined ? [] : [logged({ position, body })],
  );
  return { events, from: events.length < limit ? 0 : (events.at(-1)?.position ?? 0), head: Number(rows[0]?.head ?? 0) };
}

/** The events at these positions, in any order; one that is not kept any more is left out. */
export async function readEventsAt(pool: Pool, positions: readonly number[]): Promise<LoggedEvent[]> {
  const { rows } = await pool.query<Row>('select position, body from events where position = any($1)', [positions]);
  return rows.map(logged);
}

/**
 * The position behind which all lies that happened at a moment or after it, by the ids, which are times: `firstId` is the first that can
 * have been given then. That of the newest event if nothing has happened since.
 */
export async function positionBefore(pool: Pool, firstId: string): Promise<number> {
  const { rows } = await pool.query<{ position: string }>(
    `select coalesce((select min(position) - 1 from events where retention in ('case', 'technical') and id >= $1), position) as position
       from log_head`,
    [firstId],
  );
  return Number(rows[0]?.position ?? 0);
}

/** The position up to which all lies that happened before a moment, also what came late; 0 if there is nothing. */
export async function positionUpTo(pool: Pool, firstId: string): Promise<number> {
  const { rows } = await pool.query<{ position: string | null }>(
    `select max(position) as position from events where retention in ('case', 'technical') and id < $1`,
    [firstId],
  );
  return Number(rows[0]?.position ?? 0);
}

/** What cursors are encrypted with: 16 bytes, made with the log. */
export async function readCursorKey(pool: Pool): Promise<Buffer> {
  const { rows } = await pool.query<{ key: Buffer }>('select cursor_key as key from log_head');
  if (!rows[0]) throw new Error('the log has no head');
  return rows[0].key;
}

/** The newest position. */
export async function readHead(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ position: string }>('select position from log_head');
  return Number(rows[0]?.position ?? 0);
}

function logged({ position, body }: Row): LoggedEvent {
  const event = JSON.parse(body) as CloudEvent;
  return { position: Number(position), id: event.id, subject: event.subject, event, json: body };
}
