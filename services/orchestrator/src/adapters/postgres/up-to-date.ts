import { type CaseEvent, type CaseState, ENGINE_VERSION, fold } from '@hengtong/saga-engine';
import type { ClientBase, Pool } from 'pg';

interface Stated {
  readonly id: string;
  readonly state: CaseState;
}

/** States that another version of the engine has written are thrown away and folded again from their events. Nearly always there is none. */
export async function upToDate<Row extends Stated>(db: ClientBase | Pool, rows: readonly Row[]): Promise<readonly Row[]> {
  const old = rows.filter(({ state }) => state.engine !== ENGINE_VERSION).map(({ id }) => id);
  if (old.length === 0) return rows;
  const events = await db.query<CaseEvent & { caseId: string }>(
    `select case_id as "caseId", type, step, data, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
       from case_events where case_id = any($1) order by case_id, sequence`,
    [old],
  );
  const byCase = Map.groupBy(events.rows, ({ caseId }) => caseId);
  return rows.map((row) => {
    const own = byCase.get(row.id);
    return own ? { ...row, state: fold(own.map(eventOf)) ?? row.state } : row;
  });
}

function eventOf({ type, at, step, data }: CaseEvent & { caseId: string }): CaseEvent {
  return { type, at, data, ...(step && { step }) } as CaseEvent;
}
