import { inbox, seenIn } from '../inbox/index.ts';
import type { Outbox, Placed } from '../outbox/index.ts';
import { type Stamp, UnitOfWork } from '../unit-of-work/index.ts';
import type { Database } from './database.ts';
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
export async function attempt(database: Database, consumer: string, jobs: readonly Job[], outbox: Outbox, stamp: Stamp): Promise<Attempted> {
  let placing: Promise<Placed | undefined> | undefined;
  const done = await database.transaction(async (db, withCommit) => {
    const work = new UnitOfWork(db, stamp, new Date().toISOString());
    const ids = jobs.flatMap((job) => job.messageId ?? []);
    const seen = ids.length > 0 ? await seenIn(db, consumer, ids) : new Set<string>();
    const outcomes = new Map<Job, Outcome>();
    const alone: Alone[] = [];
    await Promise.all([...Map.groupBy(jobs, (job) => job.key).values()].map((sameKey) => runInOrder(sameKey, work, seen, outcomes, alone)));
    for (const [{ messageId }, { status }] of outcomes) {
      if (status === 'done' && messageId) work.add(inbox, { consumer, messageId });
    }
    for (const statement of work.flush()) withCommit(statement);
    placing = outbox.place(db, work.outgoing);
    withCommit(placing);
    return { outcomes, alone };
  });
  return { ...done, placed: await placing };
}

async function runInOrder(jobs: readonly Job[], work: UnitOfWork, seen: Set<string>, outcomes: Map<Job, Outcome>, alone: Alone[]): Promise<void> {
  for (const [index, job] of jobs.entries()) {
    if (job.messageId && seen.has(job.messageId)) {
      outcomes.set(job, { status: 'duplicate' });
      continue;
    }
    const { unit, merge } = work.open(job.cause);
    try {
      const value = await job.run(unit);
      merge();
      outcomes.set(job, { status: 'done', value });
      if (job.messageId) seen.add(job.messageId);
    } catch (error) {
      if (job.otherwise) {
        alone.push({ job, error }, ...jobs.slice(index + 1).map((held) => ({ job: held })));
        return;
      }
      outcomes.set(job, { status: 'failed', error });
    }
  }
}
