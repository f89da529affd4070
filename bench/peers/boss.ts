import { PgBoss } from 'pg-boss';
import type { Db } from 'pg-boss';

/** The queue on which all departments answer. */
export const REPLIES = 'orchestrator';

/** A command or a reply: `step` counts the departments from 0. */
export type Job = { caseId: string; step: number; filler: string };

/** About 1 KB as JSON, like the messages of raw. */
export const filler = 'x'.repeat(900);

/** Starts pg-boss, woken by LISTEN/NOTIFY. Its errors end the process: a benchmark with errors measures nothing. */
export async function startBoss(connectionString: string): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString, useListenNotify: true });
  boss.on('error', (error) => {
    throw error;
  });
  await boss.start();
  return boss;
}

/**
 * Handles a queue's jobs batch by batch, fetching on while batches come back full. What `handle` writes through `tx`
 * commits together with the batch's completion.
 */
export async function work(boss: PgBoss, queue: string, handle: (jobs: Job[], tx: Db) => Promise<void>): Promise<void> {
  const options = { batchSize: 1000, transactional: true, burstWhenBatchFull: true } as const;
  const handler = (jobs: { data: Job }[], tx: Db) =>
    handle(
      jobs.map(({ data }) => data),
      tx,
    );
  await boss.work<Job, void, typeof options>(queue, options, handler);
}
