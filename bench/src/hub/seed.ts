import { Client } from 'pg';

import { TYPE } from './agency.ts';

/**
 * Puts so many events into a hub's log by one statement, as they would lie there had they come by the bus: numbered from 1 in the order of
 * their positions. For what is measured of a log that is there; the hub must not run meanwhile.
 */
export async function seedLog(databaseUrl: string, count: number): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `with head as (update log_head set position = position + $1 returning position - $1 as before)
       insert into events (retention, id, position, type, source, subject, process, division, body)
       select 'case', e.id, head.before + n, $2, 'orchestrator', e.subject, process, '330106',
              json_build_object('specversion', '1.0', 'id', e.id, 'type', $2::text, 'source', 'orchestrator', 'subject', e.subject,
                'time', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'process', process, 'processversion', 1,
                'division', '330106', 'sequence', 1, 'datacontenttype', 'application/json',
                'traceparent', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
                'data', json_build_object('code', 'HT-20261124-7K3M9QX2-D', 'asks', json_build_array('register'), 'n', n))::text
         from head, (select n, 'p' || n % 25 as process, uuidv7() as id, gen_random_uuid() as subject from generate_series(1, $1) n) e`,
      [count, TYPE],
    );
    // As autovacuum does with a table that has grown.
    await client.query('vacuum analyze events');
  } finally {
    await client.end();
  }
}

/** How many deliveries are still to be made. */
export async function pendingDeliveries(databaseUrl: string): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ pending: number }>(`select count(*)::int as pending from deliveries where status = 'pending'`);
    return rows[0]?.pending ?? 0;
  } finally {
    await client.end();
  }
}
