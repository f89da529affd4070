import { markTaken, unmark } from '../inbox/index.ts';
import type { Outbox, Placed } from '../outbox/index.ts';
import { type Stamp, UnitOfWork } from '../unit-of-work/index.ts';
import type { Database } from '../database.ts';
import type { Job, Outcome } from './job.ts';

export interface Attempted {
  readonly outcomes: ReadonlyMap<Job, Outcome>;
  /** Jobs that must be run again alone, in this order: those that threw, with what, and those held back behind them. */
  readonly alone: readonly Alone[];
  readonly placed: Placed | undefined;
}

export interface Alone {
  readonly job: Job;
  readonly error?: unknown;
}

/**
 * Runs jobs in one transaction and commits it. A handler that throws contributes nothing, and holds back the jobs of its key behind it.
 * @throws what the database says, if the transaction as a whole cannot be committed: then nothing of it is.
 */
export async function attempt(
  database: Database,
  consumer: string,
  jobs: readonly Job[],
  outbox: Outbox,
  stamp: Stamp,
): Promise<Attempted> {
  let placing: Promise<Placed> | undefined;
  const done = await database.transaction(async (db, withCommit) => {
    const work = new UnitOfWork(db, stamp, new Date().toISOString());
    const ids = jobs.flatMap((job) => job.messageId ?? []);
    // Handlers begin before the answer is there: their first reads travel with the question, which saves a round trip for every batch.
    // What a handler has done for a message that was taken before is thrown away.
    const marking = ids.length > 0 ? work.watch(markTaken(db, consumer, ids)) : Promise.resolve(new Set<string>());
    // A fault of it is thrown below, when all handlers have ended; until then it is not an unhandled one.
    marking.catch(() => undefined);
    const outcomes = new Map<Job, Outcome>();
    const alone: Alone[] = [];
    await Promise.all(
      [...Map.groupBy(jobs, (job) => job.key).values()].map((sameKey) => runInOrder(sameKey, work, marking, outcomes, alone)),
    );
    if (work.fault) throw work.fault;
    const withoutEffect = await marking;
    if (withoutEffect.size > 0) withCommit(unmark(db, consumer, withoutEffect));
    for (const statement of work.flush()) withCommit(statement);
    placing = outbox.place(db, work.outgoing);
    if (placing) withCommit(placing);
    return { outcomes, alone };
  });
  return { ...done, placed: await placing };
}

async function runInOrder(
  jobs: readonly Job[],
  work: UnitOfWork,
  marking: Promise<Set<string>>,
  outcomes: Map<Job, Outcome>,
  alone: Alone[],
): Promise<void> {
  for (const [index, job] of jobs.entries()) {
    const { unit, merge } = work.open(job.cause);
    // Whatever comes of it, it is waited for: nothing may reach the connection after the transaction has ended.
    const [result] = await Promise.allSettled([job.run(unit)]);
    const marks = await marking.catch(() => undefined);
    if (!marks) return;
    if (job.messageId && !marks.has(job.messageId)) {
      outcomes.set(job, { status: 'duplicate' });
    } else if (result.status === 'fulfilled') {
      merge();
      outcomes.set(job, { status: 'done', value: result.value });
      // Its mark stays, and the same message behind it is one too many.
      if (job.messageId) marks.delete(job.messageId);
    } else if (job.otherwise) {
      alone.push({ job, error: result.reason }, ...jobs.slice(index + 1).map((held) => ({ job: held })));
      return;
    } else {
      outcomes.set(job, { status: 'failed', error: result.reason });
    }
  }
}
