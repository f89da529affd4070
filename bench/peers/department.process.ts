import { serve } from '../src/measure/child-protocol.ts';
import { filler, REPLIES, startBoss, work } from './boss.ts';

const INSERT_RECORDS = 'insert into records (department, case_id) select $1, * from unnest($2::uuid[]) on conflict do nothing';

/** One department: keeps a record of each case that it is asked about, and answers. */
await serve<{ databaseUrl: string; department: string }>(async ({ databaseUrl, department }) => {
  const boss = await startBoss(databaseUrl);
  await work(boss, department, async (jobs, tx) => {
    await tx.executeSql(INSERT_RECORDS, [department, jobs.map(({ caseId }) => caseId)]);
    const replies = jobs.map(({ caseId, step }) => ({ data: { caseId, step, filler } }));
    await boss.insert(REPLIES, replies, { db: tx });
  });
  return { stop: () => boss.stop() };
});
