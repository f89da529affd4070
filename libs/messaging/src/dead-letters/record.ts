import type { Message } from '@hengtong/contracts';
import type { ReceivedMessage } from '../bus/index.ts';
import { table } from '../unit-of-work/index.ts';

/** A message that was given up on, with all that is needed to run it again. */
export interface NewDeadLetter {
  readonly id: string;
  readonly bus: string;
  readonly received: ReceivedMessage;
  readonly message: Message | undefined;
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
      rows.map((row) => row.message?.subject),
      rows.map((row) => row.message?.step),
      rows.map((row) => JSON.stringify(headersOf(row.received))),
      rows.map((row) => (row.received.value === null ? null : Buffer.from(row.received.value))),
    ],
  ),
);

function headersOf({ headers }: ReceivedMessage): Record<string, string> {
  const texts = Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, printable(String(value))] as const]));
  return Object.fromEntries(texts);
}

/** PostgreSQL keeps no NUL in text. */
const printable = (text: string): string => text.replaceAll('\0', '\\0').slice(0, 4000);
