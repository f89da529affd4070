import { isUtf8 } from 'node:buffer';
import type { Remnant } from '@hengtong/contracts';
import type { ReceivedMessage } from '../bus/index.ts';
import { loader, table } from '../unit-of-work/index.ts';

/** A message that was given up on, with all that is needed to run it again. */
export interface NewDeadLetter {
  readonly id: string;
  readonly bus: string;
  readonly received: ReceivedMessage;
  /** What it says of itself, as far as that can be read. */
  readonly about: Remnant | undefined;
  readonly code: string;
  readonly reason: string;
}

/** The same message from the same place of the same bus is one dead letter, however often it comes. */
export const deadLetters = table<NewDeadLetter>('dead_letters', (db, rows) =>
  db.query(
    `insert into dead_letters (id, bus, topic, partition, "offset", code, reason, case_id, step, headers, value)
     select * from unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::bigint[], $6::text[], $7::text[], $8::uuid[], $9::text[], $10::jsonb[], $11::bytea[])
     on conflict (bus, topic, partition, "offset") do nothing`,
    [
      rows.map((row) => row.id),
      rows.map((row) => row.bus),
      rows.map((row) => row.received.topic),
      rows.map((row) => row.received.partition),
      rows.map((row) => row.received.offset),
      rows.map((row) => row.code),
      rows.map((row) => printable(row.reason)),
      rows.map((row) => row.about?.subject),
      rows.map((row) => row.about?.step),
      rows.map((row) => JSON.stringify(headersOf(row.received))),
      rows.map((row) => (row.received.value === null ? null : Buffer.from(row.received.value))),
    ],
  ),
);

type Place = Pick<ReceivedMessage, 'topic' | 'partition' | 'offset'>;

/** Names the place where a message lies, once and for all. */
export const placeOf = (bus: string, { topic, partition, offset }: Place): string => JSON.stringify([bus, topic, partition, offset]);

/** The dead letter that a place has already: a batch comes again if the process ended before its offsets were committed. */
export const deadLetterAt = loader<string, string | undefined>({
  name: 'dead-letter-at',
  absent: undefined,
  query: async (db, keys) => {
    const places = keys.map((key) => JSON.parse(key) as [string, string, number, string]);
    const { rows } = await db.query<Place & { id: string; bus: string }>(
      `select id, bus, topic, partition, "offset"
         from dead_letters join unnest($1::text[], $2::text[], $3::int[], $4::bigint[]) as place(bus, topic, partition, "offset")
        using (bus, topic, partition, "offset")`,
      [0, 1, 2, 3].map((column) => places.map((place) => place[column])),
    );
    return new Map(rows.map((row) => [placeOf(row.bus, row), row.id]));
  },
});

function headersOf({ headers }: ReceivedMessage): Record<string, string> {
  const texts = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[printable(name), headerText(value)] as const],
  );
  return Object.fromEntries(texts);
}

const headerText = (value: string | Uint8Array): string =>
  printable(
    typeof value === 'string' ? value : isUtf8(value) ? Buffer.from(value).toString() : `base64:${Buffer.from(value).toString('base64')}`,
  );

/** PostgreSQL keeps no NUL in text, and no half of a character that was cut. */
const printable = (text: string): string => text.replaceAll('\0', '\\0').slice(0, 4000).toWellFormed();
