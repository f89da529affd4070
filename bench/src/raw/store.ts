import { Pool } from 'pg';

import type { Outgoing, RawMessage } from './wire.ts';

/** The three tables of each raw process, without what the real ones carry besides: no partitions, no lanes, no events. */
export const SCHEMA = `
  create table inbox (id uuid primary key);
  create table state (case_id uuid primary key, step int not null, changed_at timestamptz not null default now());
  create table outbox (position bigint generated always as identity primary key, case_id uuid not null, topic text, body text not null)`;

const INSERT_INBOX = {
  name: 'insert-inbox',
  text: 'insert into inbox (id) select * from unnest($1::uuid[]) on conflict do nothing returning id',
};

const UPSERT_STATE = {
  name: 'upsert-state',
  text: `insert into state (case_id, step) select * from unnest($1::uuid[], $2::int[])
         on conflict (case_id) do update set step = excluded.step, changed_at = now()`,
};

const INSERT_OUTBOX = {
  name: 'insert-outbox',
  text: 'insert into outbox (case_id, topic, body) select * from unnest($1::uuid[], $2::text[], $3::text[])',
};

/** Writes an inbox, a state and an outbox row for each message of a batch, in one transaction; resolves when they are on disk. */
export type CommitBatch = (received: readonly RawMessage[], outgoing: readonly Outgoing[]) => Promise<void>;

/** Opens as many connections as batches can be under way at once, since each is a transaction of its own. */
export function openStore(databaseUrl: string, connections: number): { commitBatch: CommitBatch; close: () => Promise<void> } {
  const pool = new Pool({ connectionString: databaseUrl, max: connections, idleTimeoutMillis: 0 });
  return {
    commitBatch: async (received, outgoing) => {
      const cases = received.map(({ caseId }) => caseId);
      const client = await pool.connect();
      await client.query('begin');
      await client.query({ ...INSERT_INBOX, values: [received.map(({ id }) => id)] });
      await client.query({ ...UPSERT_STATE, values: [cases, received.map(({ step }) => step)] });
      await client.query({ ...INSERT_OUTBOX, values: [cases, outgoing.map(({ topic }) => topic), outgoing.map(({ body }) => body)] });
      await client.query('commit');
      client.release();
    },
    close: () => pool.end(),
  };
}
