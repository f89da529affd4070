import type { Pool } from 'pg';
import type { LogEntry } from '../../domain/case-log.ts';

/** When steps of a case were taken in hand, or failed, in order. */
export async function readCaseLog(pool: Pool, caseId: string): Promise<LogEntry[]> {
  const { rows } = await pool.query<Omit<LogEntry, 'at'> & { at: Date }>(
    `select type, step, at, actor, data->>'error' as error from case_events
      where case_id = $1 and type in ('step-started', 'step-failed') order by sequence`,
    [caseId],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
