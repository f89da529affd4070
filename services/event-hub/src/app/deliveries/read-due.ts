import type { Pool } from 'pg';
import { type Due, loadDue } from '../../adapters/postgres/deliveries/index.ts';
import type { EventCache } from './event-cache.ts';
import { FULL } from './line.ts';
import type { Made } from './matcher.ts';
import type { LoggedEvent, Subscription } from './ports.ts';

/**
 * What is due for a subscription and not held already, as much as a line takes, with its events; `lost` are deliveries whose events the
 * log does not keep any more. `isAll`: there is no more at this moment.
 */
export async function readDue<Event extends LoggedEvent>(
  pool: Pool,
  events: EventCache<Event>,
  subscription: Subscription,
  held: readonly string[],
): Promise<{ due: Made<Event>[]; lost: Due[]; isAll: boolean }> {
  const rows = await loadDue(pool, subscription, held, FULL);
  const found = await events.at(rows.map(({ position }) => position));
  const due: Made<Event>[] = [];
  const lost: Due[] = [];
  for (const row of rows) {
    const event = found.get(row.position);
    if (event) due.push({ ...row, event });
    else lost.push(row);
  }
  return { due, lost, isAll: rows.length < FULL };
}
