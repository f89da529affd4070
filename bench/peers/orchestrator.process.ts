import { randomUUID } from 'node:crypto';
import type { ConnectionOptions } from 'pg-boss';

import { serve } from '../src/measure/child-protocol.ts';
import { ClosedLoop } from '../src/measure/closed-loop.ts';
import { filler, REPLIES, startBoss, work } from './boss.ts';
import type { Job } from './boss.ts';

const UPSERT_CASES = `
  insert into cases (case_id, step, status)
  select case_id, step, case when step = $3 then 'closed' else 'running' end from unnest($1::uuid[], $2::int[]) as reply (case_id, step)
  on conflict (case_id) do update set step = excluded.step, status = excluded.status, changed_at = now()`;

/** The state machine by hand: after each reply the next department is asked, after the last the case is closed. */
await serve<{ databaseUrl: string; departments: string[] }>(async ({ databaseUrl, departments }) => {
  const boss = await startBoss(databaseUrl);
  for (const name of [...departments, REPLIES]) await boss.createQueue(name, { notify: true });

  const ask = async (jobs: readonly Job[], at: ConnectionOptions = {}) => {
    for (const [step, asked] of Map.groupBy(jobs, (job) => job.step)) {
      const department = departments[step];
      const data = asked.map((job) => ({ data: job }));
      if (department !== undefined) await boss.insert(department, data, at);
    }
  };

  const loop = new ClosedLoop((count) => {
    const jobs = Array.from({ length: count }, () => ({ caseId: randomUUID(), step: 0, filler }));
    for (const { caseId } of jobs) loop.opened(caseId);
    ask(jobs).catch((error: unknown) => loop.fail(error as Error));
  });

  await work(boss, REPLIES, async (replies, tx) => {
    const next = replies.map(({ caseId, step }) => ({ caseId, step: step + 1, filler }));
    const values = [next.map(({ caseId }) => caseId), next.map(({ step }) => step), departments.length];
    await tx.executeSql(UPSERT_CASES, values);
    await ask(next, { db: tx });
    // A moment before the commit, which is in this peer's favour: pg-boss has no hook after it.
    loop.closed(next.filter(({ step }) => step === departments.length).map(({ caseId }) => caseId));
  });
  return { stop: () => boss.stop(), run: (load) => loop.run(load) };
});
