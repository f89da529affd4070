import { type DeadLetter, decode, type Message } from '@hengtong/contracts';
import type { BatchRunner, Database, Outcome } from '../runner/index.ts';
import { table, type Unit } from '../unit-of-work/index.ts';

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
}

const COLUMNS = `id, bus, topic, partition, "offset", status, code, reason, case_id, step, headers, value, recorded_at, settled_at, settled_because`;

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

const settlements = table<{ id: string; status: DeadLetter['status']; because: string }>('dead_letters.settled', (db, rows) =>
  db.query(
    `update dead_letters d set status = s.status, settled_at = now(), settled_because = s.because
       from unnest($1::uuid[], $2::text[], $3::text[]) as s(id, status, because) where d.id = s.id and d.status = 'waiting'`,
    [rows.map((row) => row.id), rows.map((row) => row.status), rows.map((row) => row.because)],
  ),
);

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
   * @throws {DeadLetterRefusal} `not-found`; `conflict` if it is settled or the case has moved on; `unprocessable` if it fails again.
   */
  async redrive(id: string): Promise<DeadLetter> {
    const row = await this.waiting(id);
    const message = readable(row);
    const outcome = await this.options.runner.run({
      key: message.subject,
      cause: message,
      run: async (unit) => {
        const moved = await this.options.moved?.(message, unit);
        if (moved) throw new DeadLetterRefusal('conflict', moved);
        await this.options.handle(message, unit);
        unit.write(settlements, { id, status: 'redriven', because: 'run again' });
      },
    });
    return this.after(id, outcome);
  }

  /** @throws {DeadLetterRefusal} `not-found`; `conflict` if it is settled. */
  async discard(id: string, reason: string): Promise<DeadLetter> {
    await this.waiting(id);
    const outcome = await this.options.runner.run({
      key: id,
      cause: {},
      run: async (unit) => unit.write(settlements, { id, status: 'discarded', because: reason }),
    });
    return this.after(id, outcome);
  }

  private async after(id: string, outcome: Outcome): Promise<DeadLetter> {
    if (outcome.status === 'done') return this.get(id);
    const error = 'error' in outcome ? outcome.error : undefined;
    if (error instanceof DeadLetterRefusal || outcome.status === 'later') throw error;
    throw new DeadLetterRefusal('unprocessable', `it fails again: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }

  private async waiting(id: string): Promise<DeadLetterRow> {
    const row = await this.row(id);
    if (row.status !== 'waiting') throw new DeadLetterRefusal('conflict', `this dead letter is ${row.status} already`);
    return row;
  }

  private async row(id: string): Promise<DeadLetterRow> {
    const { rows } = await this.options.database.query<DeadLetterRow>(`select ${COLUMNS} from dead_letters where id = $1`, [id]);
    if (!rows[0]) throw new DeadLetterRefusal('not-found', 'there is no dead letter of this id');
    return rows[0];
  }
}

function readable(row: DeadLetterRow): Message {
  try {
    return decode(row.headers, row.value);
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
  };
}

function bodyOf(value: Buffer | null): string {
  if (!value) return '';
  const text = value.toString('utf8');
  return Buffer.from(text, 'utf8').equals(value) ? text : `base64:${value.toString('base64')}`;
}
