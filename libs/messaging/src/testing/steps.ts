import type { Database } from '../database.ts';
import { loader, table, type Unit } from '../unit-of-work/index.ts';
import { counted } from './sending-process.ts';

interface Step {
  readonly caseId: string;
  readonly n: number;
}

/** What was done in each case, in order: the effect that handlers of these tests have. */
export const stepsTable = 'create table steps (id int generated always as identity, case_id text not null, n int not null)';

export const steps = table<Step>('steps', (db, rows) =>
  db.query(`insert into steps (case_id, n) select * from unnest($1::text[], $2::int[])`, [rows.map((r) => r.caseId), rows.map((r) => r.n)]),
);

const stepsOf = loader<string, readonly number[]>({
  name: 'steps',
  absent: [],
  query: async (db, cases) => {
    const { rows } = await db.query<{ case_id: string; done: number[] }>(
      `select case_id, array_agg(n order by id) as done from steps where case_id = any($1) group by case_id`,
      [cases],
    );
    return new Map(rows.map(({ case_id, done }) => [case_id, done]));
  },
  sees: { table: steps, keyOf: (row) => (row as Step).caseId, apply: (done, row) => [...done, (row as Step).n] },
});

/** Does a step and says so on `topic`. @returns the steps of the case before. */
export async function takeStep(unit: Unit, topic: string, caseId: string, n: number): Promise<readonly number[]> {
  const before = await unit.load(stepsOf, caseId);
  unit.write(steps, { caseId, n });
  unit.send({ topic, type: counted, subject: caseId, data: { n } });
  return before;
}

/** All steps, in the order in which they were done. One transaction has one `xmin`. */
export async function storedSteps(database: Database): Promise<{ case_id: string; n: number; xmin: string }[]> {
  const { rows } = await database.query<{ case_id: string; n: number; xmin: string }>('select case_id, n, xmin from steps order by id');
  return rows;
}
