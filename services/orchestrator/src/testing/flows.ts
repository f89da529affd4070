import type { Flows } from '@hengtong/contracts';
import { answerOf, eventually, operator } from '@hengtong/testing';
import { Client } from 'pg';
import type { Rest } from './rest.ts';

/** As the orchestrators' keepers name their lock. */
const KEEPERS_LOCK = 0x4854666c6f7773n;

/** The overview once all that is committed by now stands in it. */
export function flowsOf(rest: Rest, query: Record<string, string> = {}): Promise<Flows> {
  const asked = Date.now();
  return eventually(async () => {
    const flows = await answerOf<Flows>(`${rest.url}/v1/flows?${new URLSearchParams(query).toString()}`, { as: operator });
    if (Date.parse(flows.at) < asked) throw new Error('this was answered to somebody who asked before');
    if (flows.behind > 0) throw new Error(`${flows.behind} changes are not followed yet`);
    return flows;
  });
}

/** A keeper that does nothing, and whose place nobody takes: what happens meanwhile is followed all at once, when it goes. */
export async function idleKeeper(url: string): Promise<{ leave(): Promise<void> }> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('select pg_advisory_lock($1)', [KEEPERS_LOCK]);
  return { leave: () => client.end() };
}

/** One statement on a database, off the services' own connections. */
export async function queryOf<Row extends object>(url: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}
