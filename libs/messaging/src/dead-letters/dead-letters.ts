import { type Actor, type DeadLetter, decode, type Message, writerOf } from '@hengtong/contracts';
import type { Database } from '../database.ts';
import type { BatchRunner } from '../runner/index.ts';
import { column, loader, table, type Unit } from '../unit-of-work/index.ts';

interface DeadLetterRow {
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
  readonly value: Buffer | null;
  readonly recorded_at: Date;
  readonly settled_at: Date | null;
  readonly settled_because: string | null;
  readonly settled_by: Actor | null;
}

const COLUMNS = `id, bus, topic, partition, "offset", status, code, reason, case_id, step, headers, value, recorded_at, settled_at, settled_because, settled_by`;

/** Why a dead letter cannot be run again or put away. */
export class DeadLetterRefusal extends Error {
  override name = 'DeadLetterRefusal';
  readonly code: 'not-found' | 'conflict' | 'unprocessable';
  constructor(code: DeadLetterRefusal['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export interface DeadLettersOptions {
  readonly database: Database;
  readonly runner: BatchRunner;
  /** The handler of the message, as if it had just come in; throws what it throws then. */
  handle(message: Message, unit: Unit): Promise<void>;
  /** Why the message must not be run again, if the case has moved on; undefined if it may. */
  moved?(message: Message, unit: Unit): Promise<string | undefined>;
}

interface Settlement {
  readonly id: string;
  readonly status: DeadLetter['status'];
  readonly because: string;
  readonly by: Actor;
}

const settlements = table<Settlement>('dead_letters.settled', (db, rows) =>
  db.query(
    `update dead_letters d set status = s.status, settled_at = now(), settled_because = s.because, settled_by = s.actor
       from unnest($1::uuid[], $2::text[], $3::text[], $4::json[]) as s(id, status, because, actor) where d.id = s.id`,
    [
      column(rows, (row) => row.id),
      column(rows, (row) => row.status),
      column(rows, (row) => row.because),
      column(rows, (row) => JSON.stringify(row.by)),
    ],
  ),
);

/** How a dead letter stands, locked until the batch is committed: of two who settle it at once, one comes too late. */
const statusOf = loader<string, DeadLetter['status'] | undefined>({
  name: 'dead-letter-status',
  absent: undefined,
  query: async (db, ids) => {
    const { rows } = await db.query<Pick<DeadLetter, 'id' | 'status'>>(
      `select id, status from dead_letters where id = any($1) order by id for update`,
      [ids],
    );
    return new Map(rows.map(({ id, status }) => [id, status]));
  },
  sees: { table: settlements, keyOf: (row) => (row as Settlement).id, apply: (_, row) => (row as Settlement).status },
});

/** What operators do with messages that could not be taken. */
export class DeadLetters {
  private readonly options: DeadLettersOptions;

  constructor(options: DeadLettersOptions) {
    this.options = options;
  }

  /** Newest first; `after` is the id of the last one that the caller has. */
  async list(query: { limit: number; after?: string | undefined; status?: DeadLetter['status'] | undefined }): Promise<DeadLetter[]> {
    const { rows } = await this.options.database.query<DeadLetterRow>(
      `select ${COLUMNS} from dead_letters
        where ($2::uuid is null or id < $2) and ($3::text is null or status = $3) order by id desc limit $1`,
      [query.limit, query.after ?? null, query.status ?? null],
    );
    return rows.map(view);
  }

  /** @throws {DeadLetterRefusal} `not-found` */
  async get(id: string): Promise<DeadLetter> {
    return view(await this.row(id));
  }

  /**
   * Runs the stored bytes again under the same command key.
   * @throws {DeadLetterRefusal} `not-found`; `conflict` if it is settled or the case has moved on; `unprocessable` if it cannot be read,
   * is not from whom it should be, or fails again.
   */
  async redrive(id: string, by: Actor): Promise<DeadLetter> {
    const row = await this.row(id);
    return this.settle(row, { id, status: 'redriven', because: 'run again', by }, async (unit) => {
      const message = authentic(row);
      const moved = await this.options.moved?.(message, unit);
      if (moved) throw new DeadLetterRefusal('conflict', moved);
      await this.options.handle(message, unit);
    });
  }

  /** @throws {DeadLetterRefusal} `not-found`; `conflict` if it is settled. */
  async discard(id: string, reason: string, by: Actor): Promise<DeadLetter> {
    return this.settle(await this.row(id), { id, status: 'discarded', because: reason, by }, async () => undefined);
  }

  private async settle(row: DeadLetterRow, settlement: Settlement, work: (unit: Unit) => Promise<void>): Promise<DeadLetter> {
    const outcome = await this.options.runner.run({
      // In turn with the messages of its case.
      key: row.case_id ?? row.id,
      cause: { id: row.headers['ce_id'], traceparent: row.headers['traceparent'] },
      run: async (unit) => {
        const status = await unit.load(statusOf, row.id);
        if (status !== 'waiting') throw new DeadLetterRefusal('conflict', `this dead letter is ${status} already`);
        await work(unit);
        unit.write(settlements, settlement);
      },
    });
    if (outcome.status === 'done') return this.get(row.id);
    const error = 'error' in outcome ? outcome.error : undefined;
    if (error instanceof DeadLetterRefusal || outcome.status === 'later') throw error;
    throw new DeadLetterRefusal('unprocessable', `it fails again: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }

  private async row(id: string): Promise<DeadLetterRow> {
    const { rows } = await this.options.database.query<DeadLetterRow>(`select ${COLUMNS} from dead_letters where id = $1`, [id]);
    if (!rows[0]) throw new DeadLetterRefusal('not-found', 'there is no dead letter of this id');
    return rows[0];
  }
}

/** The stored message. Who sent it follows from its topic; what claims another sender is never run. */
function authentic({ headers, value, topic }: DeadLetterRow): Message {
  const message = readable(headers, value);
  const writer = writerOf(topic);
  if (message.source === writer) return message;
  throw new DeadLetterRefusal(
    'unprocessable',
    `it says that it is from ${message.source}, but only ${writer} writes to ${topic}; discard it`,
  );
}

function readable(headers: Record<string, string>, value: Buffer | null): Message {
  try {
    return decode(headers, value);
  } catch (cause) {
    throw new DeadLetterRefusal('unprocessable', `it cannot be read: ${(cause as Error).message}; discard it`, { cause });
  }
}

function view(row: DeadLetterRow): DeadLetter {
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
    body: bodyOf(row.value),
    recordedAt: row.recorded_at.toISOString(),
    ...(row.settled_at && { settledAt: row.settled_at.toISOString() }),
    ...(row.settled_because && { settledBecause: row.settled_because }),
    ...(row.settled_by && { settledBy: row.settled_by }),
  };
}

function bodyOf(value: Buffer | null): string {
  if (!value) return '';
  const text = value.toString('utf8');
  return Buffer.from(text, 'utf8').equals(value) ? text : `base64:${value.toString('base64')}`;
}
