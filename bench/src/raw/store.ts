import { Pool } from 'pg';

import type { Outgoing } from './pipeline.ts';
import type { RawMessage } from './wire.ts';

/** The three tables of each raw process, without what the real ones carry besides: no partitions, no lanes, no events. */
export const SCHEMA = `
  create table inbox (id uuid primary key);
  create table state (case_id uuid primary key, step int not null, changed_at timestamptz not null default now());
  create table outbox (position bigint generated always as identity primary key, case_id uuid not null, topic text, body text not null)`;

/** One statement is one transaction: the whole batch costs one round trip and one fsync. */
const COMMIT_BATCH = {
  name: 'commit-batch',
  text: `
    with received as (
      insert into inbox (id) select * from unnest($1::uuid[]) on conflict do nothing
    ), changed as (
      insert into state (case_id, step) select * from unnest($2::uuid[], $3::int[])
      on conflict (case_id) do update set step = excluded.step, changed_at = now()
    )
    insert into outbox (case_id, topic, body) select * from unnest($2::uuid[], $4::text[], $5::text[])`,
};

/** Writes an inbox, a state and an outbox row for each message of a batch; resolves when they are on disk. */
export type CommitBatch = (received: readonly RawMessage[], outgoing: readonly Outgoing[]) => Promise<void>;

/** Opens as many connections as batches can be under way at once, since each is a transaction of its own. */
export function openStore(databaseUrl: string, connections: number): { commitBatch: CommitBatch; close: () => Promise<void> } {
  const pool = new Pool({ connectionString: databaseUrl, max: connections, idleTimeoutMillis: 0 });
  return {
    commitBatch: async (received, outgoing) => {
      await pool.query({
        ...COMMIT_BATCH,
        values: [
          received.map(({ id }) => id),
          received.map(({ caseId }) => caseId),
          received.map(({ step }) => step),
          outgoing.map(({ topic }) => topic),
          outgoing.map(({ body }) => body),
        ],
      });
    },
    close: () => pool.end(),
  };
}
