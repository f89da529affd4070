import type { CaseEventType, Outcome } from '@hengtong/contracts';
import { column } from '@hengtong/messaging';
import { parseCommandKey } from '@hengtong/saga-engine';
import type { ClientBase } from 'pg';
import type { FlowEvent } from '../../../domain/flows/index.ts';
import type { CaseChange } from './case-changes.ts';

/** An event of a case that is to be followed, with what the case is for good. */
export interface ChangedCase {
  readonly id: string;
  readonly process: string;
  readonly version: number;
  readonly division: string;
  readonly events: readonly FlowEvent[];
}

/** Takes the oldest notes of changes away, `limit` at most; in the transaction in which they are followed, so that none is lost or taken twice. */
export async function takeChanges(db: ClientBase, limit: number): Promise<{ readonly notes: number; readonly changes: CaseChange[] }> {
  const { rows } = await db.query<{ id: string; cases: string[]; firsts: number[]; lasts: number[] }>(
    `delete from case_changes where id in (select id from case_changes order by id limit $1) returning id, cases, firsts, lasts`,
    [limit],
  );
  const changes = rows.flatMap(({ cases, firsts, lasts }) =>
    cases.map((caseId, index) => ({ caseId, first: firsts[index] ?? 1, last: lasts[index] ?? 0 })),
  );
  return { notes: rows.length, changes };
}

interface EventRow {
  readonly id: string;
  readonly type: CaseEventType;
  readonly step: string | null;
  readonly at: Date;
  readonly commandKey: string | null;
  readonly error: string | null;
  readonly outcome: Outcome | null;
}

/** The events that the changes name, in order, by case. */
export async function readChanged(db: ClientBase, changes: readonly CaseChange[]): Promise<ChangedCase[]> {
  const ids = [...new Set(changes.map(({ caseId }) => caseId))];
  const cases = await db.query<Omit<ChangedCase, 'events'>>(`select id, process, version, division from cases where id = any($1)`, [ids]);
  const { rows } = await db.query<EventRow>(
    // A lateral read by key for each, whatever the statistics of a young table say. What an application holds stays where it is.
    `select e.case_id as id, e.type, e.step, e.at, e.data->>'commandKey' as "commandKey", e.data->>'error' as error, e.data->>'outcome' as outcome
       from unnest($1::uuid[], $2::int[], $3::int[]) as changed(id, first, last),
            lateral (select case_id, sequence, type, step, at, case when type in ('step-failed', 'case-closed') then data end as data
                       from case_events where case_id = changed.id and sequence between changed.first and changed.last offset 0) as e
      order by e.case_id, e.sequence`,
    [column(changes, ({ caseId }) => caseId), column(changes, ({ first }) => first), column(changes, ({ last }) => last)],
  );
  const byCase = Map.groupBy(rows, ({ id }) => id);
  return cases.rows.map((row) => ({ ...row, events: (byCase.get(row.id) ?? []).map(eventOf) }));
}

function eventOf({ type, step, at, commandKey, error, outcome }: EventRow): FlowEvent {
  return {
    type,
    at: at.getTime(),
    ...(step !== null && { step }),
    ...(error !== null && { error }),
    ...(outcome !== null && { outcome }),
    ...(commandKey !== null && { verb: parseCommandKey(commandKey)?.verb }),
  };
}
