import type { Actor, DeadLetter } from '@hengtong/contracts';
import { structureOf } from './structure.ts';

/** A dead letter as a list has it, without its body. */
export interface DeadLetterRow {
  readonly id: string;
  readonly bus: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly status: DeadLetter['status'];
  readonly code: string;
  readonly reason: string;
  readonly case_id: string | null;
  readonly step: string | null;
  readonly headers: Record<string, string>;
  readonly bytes: number;
  readonly recorded_at: Date;
  readonly settled_at: Date | null;
  readonly settled_because: string | null;
  readonly settled_by: Actor | null;
}

/** With its body. */
export interface WholeRow extends DeadLetterRow {
  readonly value: Buffer | null;
}

/** What a `DeadLetterRow` is read from. */
export const COLUMNS = `id, bus, topic, partition, "offset", status, code, reason, case_id, step, headers, coalesce(length(value), 0) as bytes,
  recorded_at, settled_at, settled_because, settled_by`;

/** A dead letter as it is shown in lists. */
export function view(row: DeadLetterRow): DeadLetter {
  return {
    id: row.id,
    bus: row.bus,
    topic: row.topic,
    partition: row.partition,
    offset: row.offset,
    status: row.status,
    code: row.code,
    reason: row.reason,
    ...(row.case_id && { caseId: row.case_id }),
    ...(row.step && { step: row.step }),
    headers: row.headers,
    bytes: row.bytes,
    recordedAt: row.recorded_at.toISOString(),
    ...(row.settled_at && { settledAt: row.settled_at.toISOString() }),
    ...(row.settled_because && { settledBecause: row.settled_because }),
    ...(row.settled_by && { settledBy: row.settled_by }),
  };
}

/** The same with the form of its body. */
export function wholeView(row: WholeRow): DeadLetter {
  const structure = row.value === null ? undefined : structureOf(row.value);
  return { ...view(row), ...(structure !== undefined && { structure }) };
}

/** The body as text: UTF-8, or `base64:` and its base64. */
export function bodyOf({ value }: WholeRow): string {
  if (!value) return '';
  const text = value.toString('utf8');
  return Buffer.from(text, 'utf8').equals(value) ? text : `base64:${value.toString('base64')}`;
}
