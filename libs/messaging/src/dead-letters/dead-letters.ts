import {
  type Actor,
  type DeadLetter,
  type DeadLetterCount,
  type DeadLetterDisclosure,
  type DeadLetterFilter,
  decode,
  type DisclosedDeadLetter,
  type Message,
  SETTLED_AT_ONCE,
  type SettledDeadLetters,
  writerOf,
} from '@hengtong/contracts';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../database.ts';
import type { BatchRunner } from '../runner/index.ts';
import type { Unit } from '../unit-of-work/index.ts';
import { listDisclosures, recordDisclosure } from './disclosures.ts';
import { countDeadLetters, type DeadLetterQuery, findDeadLetter, listDeadLetters, waitingDeadLetters } from './find.ts';
import { CountChanged, DeadLetterRefusal } from './refusals.ts';
import { bodyOf, view, type WholeRow, wholeView } from './row.ts';
import { type Settlement, settlements, statusOf } from './settlements.ts';

/** How many of many are under way at once: they share transactions, and leave room for what comes in meanwhile. */
const AT_A_TIME = 20;

export interface DeadLettersOptions {
  readonly database: Database;
  readonly runner: BatchRunner;
  /** The handler of the message, as if it had just come in; throws what it throws then. */
  handle(message: Message, unit: Unit): Promise<void>;
  /** Why the message must not be run again, if the case has moved on; undefined if it may. */
  moved?(message: Message, unit: Unit): Promise<string | undefined>;
}

/** What operators do with messages that could not be taken. */
export class DeadLetters {
  private readonly options: DeadLettersOptions;

  constructor(options: DeadLettersOptions) {
    this.options = options;
  }

  /** Newest first, without their bodies. */
  async list(query: DeadLetterQuery): Promise<DeadLetter[]> {
    return (await listDeadLetters(this.options.database, query)).map(view);
  }

  /** How many there are of each kind, of those to which a filter applies. */
  summary(filter: DeadLetterFilter): Promise<DeadLetterCount[]> {
    return countDeadLetters(this.options.database, filter);
  }

  /** With the form of its body, its values hidden. @throws {DeadLetterRefusal} `not-found` */
  async get(id: string): Promise<DeadLetter> {
    return wholeView(await this.row(id));
  }

  /** With its body in clear; who wanted to see it, and why, is recorded first. @throws {DeadLetterRefusal} `not-found` */
  async disclose(id: string, reason: string, by: Actor): Promise<DisclosedDeadLetter> {
    const row = await this.row(id);
    await recordDisclosure(this.options.database, id, { id: uuidv7(), by, reason });
    return { ...wholeView(row), body: bodyOf(row) };
  }

  /** Who has seen its body in clear, latest first. @throws {DeadLetterRefusal} `not-found` */
  async disclosures(id: string): Promise<DeadLetterDisclosure[]> {
    await this.row(id);
    return listDisclosures(this.options.database, id);
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

  /** Runs all again that wait under a filter. @throws {CountChanged} unless there are as many as the caller believes */
  redriveAll(filter: DeadLetterFilter, count: number, by: Actor): Promise<SettledDeadLetters> {
    return this.settleAll(filter, count, (id) => this.redrive(id, by));
  }

  /** Puts all away that wait under a filter. @throws {CountChanged} unless there are as many as the caller believes */
  discardAll(filter: DeadLetterFilter, count: number, { reason, by }: { reason: string; by: Actor }): Promise<SettledDeadLetters> {
    return this.settleAll(filter, count, (id) => this.discard(id, reason, by));
  }

  /** Each by itself, in turn with the messages of its case: one that fails keeps no other from being settled. */
  private async settleAll(filter: DeadLetterFilter, count: number, settle: (id: string) => Promise<unknown>): Promise<SettledDeadLetters> {
    const waiting = await waitingDeadLetters(this.options.database, filter, SETTLED_AT_ONCE);
    if (waiting.count !== count) throw new CountChanged(waiting.count, count);
    const failed: { id: string; detail: string }[] = [];
    const one = async (id: string): Promise<void> =>
      settle(id).then(
        () => undefined,
        (error: unknown) => void failed.push({ id, detail: error instanceof Error ? error.message : String(error) }),
      );
    for (let at = 0; at < waiting.ids.length; at += AT_A_TIME) await Promise.all(waiting.ids.slice(at, at + AT_A_TIME).map(one));
    return { done: waiting.ids.length - failed.length, failed, remaining: waiting.count - waiting.ids.length };
  }

  private async settle(row: WholeRow, settlement: Settlement, work: (unit: Unit) => Promise<void>): Promise<DeadLetter> {
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

  private async row(id: string): Promise<WholeRow> {
    const row = await findDeadLetter(this.options.database, id);
    if (!row) throw new DeadLetterRefusal('not-found', 'there is no dead letter of this id');
    return row;
  }
}

/** The stored message. Who sent it follows from its topic; what claims another sender is never run. */
function authentic({ headers, value, topic }: WholeRow): Message {
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
