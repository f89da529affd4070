import type { Outbox } from '../outbox/index.ts';
import type { Stamp } from '../unit-of-work/index.ts';
import { attempt } from './attempt.ts';
import type { Database } from '../database.ts';
import type { Job, Outcome } from './job.ts';

/** How a batch went, for the metrics. */
export interface BatchObserver {
  batch(jobs: number, milliseconds: number): void;
  outcome(status: Outcome['status']): void;
  /** Setting a job aside failed itself: it will be tried again, but somebody must look. */
  trouble(error: unknown): void;
}

export interface BatchRunnerOptions {
  readonly database: Database;
  /** The name under which messages are marked as taken: the service. */
  readonly consumer: string;
  readonly outbox: Outbox;
  readonly stamp: Stamp;
  readonly observer: BatchObserver;
  /** The most jobs in one transaction; 100 unless told: with more, a department waits for the whole of a large batch while it could work. */
  readonly maxBatch?: number;
}

interface Waiting {
  readonly job: Job;
  readonly resolve: (outcome: Outcome) => void;
}

/**
 * Runs all changes of a service, messages and requests alike, one transaction at a time: whatever has come in by then shares the next
 * one. Because one process commits in one order, and tells the outbox in that order, a key's messages leave in the order of its changes.
 */
export class BatchRunner {
  private readonly options: Required<BatchRunnerOptions>;
  private waiting: Waiting[] = [];
  private running: Promise<void> | undefined;

  constructor(options: BatchRunnerOptions) {
    this.options = { maxBatch: 100, ...options };
  }

  /** Resolves when the job's effect is committed, or it is clear that it has none. Never rejects. */
  run<Result>(job: Job<Result>): Promise<Outcome<Result>> {
    return new Promise((resolve) => {
      this.waiting.push({ job, resolve: resolve as (outcome: Outcome) => void });
      this.running ??= this.loop();
    });
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.running) await this.running;
  }

  private async loop(): Promise<void> {
    while (this.waiting.length > 0) {
      // One turn of the event loop, so that all partitions of one fetch, and all requests that have arrived, join in one transaction.
      await new Promise(setImmediate);
      const batch = this.waiting.splice(0, this.options.maxBatch);
      const started = performance.now();
      const outcomes = await this.together(batch.map(({ job }) => job));
      this.options.observer.batch(batch.length, performance.now() - started);
      for (const { job, resolve } of batch)
        this.settle(resolve, outcomes.get(job) ?? { status: 'later', error: new Error('the job was not run') });
      this.holdBack(outcomes);
    }
    this.running = undefined;
  }

  /** What waits behind jobs that must come again must come again after them. */
  private holdBack(outcomes: ReadonlyMap<Job, Outcome>): void {
    const held = new Map<string, Outcome>();
    for (const [{ key }, outcome] of outcomes) if (outcome.status === 'later') held.set(key, outcome);
    if (held.size === 0) return;
    const behind = this.waiting.filter(({ job }) => held.has(job.key));
    this.waiting = this.waiting.filter(({ job }) => !held.has(job.key));
    for (const { job, resolve } of behind) this.settle(resolve, held.get(job.key) as Outcome);
  }

  private settle(resolve: (outcome: Outcome) => void, outcome: Outcome): void {
    this.options.observer.outcome(outcome.status);
    resolve(outcome);
  }

  /** All jobs in one transaction; if it cannot be committed, one at a time, so that only the culprit is set aside. */
  private async together(jobs: readonly Job[]): Promise<Map<Job, Outcome>> {
    const outcomes = new Map<Job, Outcome>();
    const tried = await this.attempt(jobs);
    if ('error' in tried) {
      if (this.options.database.isTransient(tried.error))
        for (const job of jobs) outcomes.set(job, { status: 'later', error: tried.error });
      else await this.oneByOne(jobs, outcomes);
      return outcomes;
    }
    for (const [job, outcome] of tried.outcomes) outcomes.set(job, outcome);
    await this.oneByOne(
      tried.alone.map(({ job }) => job),
      outcomes,
    );
    return outcomes;
  }

  /** In order; when one must wait for the database, those behind it of the same key wait too. */
  private async oneByOne(jobs: readonly Job[], outcomes: Map<Job, Outcome>): Promise<void> {
    const held = new Map<string, Outcome>();
    for (const job of jobs) {
      const outcome = held.get(job.key) ?? (await this.alone(job));
      if (outcome.status === 'later') held.set(job.key, outcome);
      outcomes.set(job, outcome);
    }
  }

  private async alone(job: Job): Promise<Outcome> {
    const tried = await this.attempt([job]);
    const outcome = 'error' in tried ? undefined : tried.outcomes.get(job);
    if (outcome) return outcome;
    const error = 'error' in tried ? tried.error : tried.alone[0]?.error;
    if (this.options.database.isTransient(error)) return { status: 'later', error };
    return job.otherwise ? this.setAside(job, error) : { status: 'failed', error };
  }

  private async setAside(job: Job, error: unknown): Promise<Outcome> {
    const { otherwise: _, ...rest } = job;
    const tried = await this.attempt([{ ...rest, run: async (unit) => job.otherwise?.(unit, error) }]);
    const outcome = 'error' in tried ? ({ status: 'failed', error: tried.error } as const) : [...tried.outcomes.values()][0];
    if (outcome?.status === 'done') return { status: 'dead', error };
    if (outcome?.status === 'duplicate') return outcome;
    const trouble = outcome?.status === 'failed' ? outcome.error : error;
    if (!this.options.database.isTransient(trouble)) this.options.observer.trouble(trouble);
    return { status: 'later', error: trouble };
  }

  private async attempt(jobs: readonly Job[]): Promise<Awaited<ReturnType<typeof attempt>> | { error: unknown }> {
    const { database, consumer, outbox, stamp } = this.options;
    try {
      const done = await attempt(database, consumer, jobs, outbox, stamp);
      if (done.placed) outbox.committed(done.placed);
      return done;
    } catch (error) {
      return { error };
    }
  }
}
