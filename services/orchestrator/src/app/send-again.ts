import type { BatchRunner } from '@hengtong/messaging';
import { outstanding } from '@hengtong/saga-engine';
import type { Pool } from 'pg';
import { caseById } from '../adapters/postgres/cases.ts';
import { openCasesAfter } from '../adapters/postgres/read-cases.ts';
import { sendCommand } from './change-case.ts';
import type { Definitions } from './definitions.ts';

const PAGE = 200;

/**
 * Sends again what open cases wait for, under the same command keys: on a new bus nothing of it exists. A department that has
 * answered already answers the same again.
 */
export async function sendAgain(pool: Pool, runner: BatchRunner, definitions: Definitions): Promise<number> {
  let sent = 0;
  for (let after: string | null = null; ;) {
    const ids: string[] = await openCasesAfter(pool, after, PAGE);
    if (ids.length === 0) return sent;
    const outcomes = await Promise.all(
      ids.map((id) => runner.run({ key: id, cause: {}, run: (unit) => sendAgainFor(id, unit, definitions) })),
    );
    for (const outcome of outcomes) {
      if (outcome.status === 'done') sent += outcome.value;
      else if ('error' in outcome) throw outcome.error;
    }
    after = ids.at(-1) ?? null;
  }
}

async function sendAgainFor(id: string, unit: Parameters<typeof sendCommand>[0], definitions: Definitions): Promise<number> {
  const row = await unit.load(caseById, id);
  if (!row) return 0;
  const definition = await definitions.versionOf(row.process, row.version);
  const commands = outstanding(definition, row.state);
  for (const command of commands) sendCommand(unit, definition, row.state, command);
  return commands.length;
}
