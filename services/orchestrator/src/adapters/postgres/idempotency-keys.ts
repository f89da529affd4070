import { column, loader, table } from '@hengtong/messaging';

/** What was answered under a key. One client’s keys are not another’s, nor one route’s another’s. */
export interface IdempotencyRow {
  readonly client: string;
  readonly route: string;
  readonly key: string;
  readonly bodyHash: string;
  readonly answer: unknown;
}

/**
 * Two requests under one key at the same moment: the primary key lets one in, the other is run again and finds the answer. In the order
 * of the keys, so that two processes with the same keys in hand never wait for each other.
 */
export const idempotencyKeys = table<IdempotencyRow>('idempotency_keys', (db, all) => {
  const rows = all.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return db.query({
    name: 'idempotency-keys',
    text: `insert into idempotency_keys (client, route, key, body_hash, answer)
           select client, route, key, body_hash, answer
             from rows from (unnest($1::text[], $2::text[], $3::text[], $4::text[]), json_array_elements($5::json))
               as r(client, route, key, body_hash, answer)`,
    values: [
      column(rows, (row) => row.client),
      column(rows, (row) => row.route),
      column(rows, (row) => row.key),
      column(rows, (row) => row.bodyHash),
      JSON.stringify(rows.map((row) => row.answer)),
    ],
  });
});

/** Names a key within its client and route. */
export const idempotencyId = (row: Pick<IdempotencyRow, 'client' | 'route' | 'key'>): string =>
  JSON.stringify([row.client, row.route, row.key]);

/** The answer that was given under a key. */
export const answerUnderKey = loader<string, IdempotencyRow | undefined>({
  name: 'answer-under-key',
  absent: undefined,
  query: async (db, ids) => {
    const asked = ids.map((id) => JSON.parse(id) as [string, string, string]);
    const { rows } = await db.query<IdempotencyRow>({
      name: 'answer-under-key',
      // May find a key of one client under another's too, which nobody asks the map for. A join of what is asked would read the whole
      // table as long as there are no statistics.
      text: `select client, route, key, body_hash as "bodyHash", answer
               from idempotency_keys where client = any($1) and route = any($2) and key = any($3)`,
      values: [0, 1, 2].map((part) => column([...new Set(asked.map((one) => one[part]))], (value) => value)),
    });
    return new Map(rows.map((row) => [idempotencyId(row), row]));
  },
  sees: {
    table: idempotencyKeys,
    keyOf: (row) => idempotencyId(row as IdempotencyRow),
    apply: (_, row) => row as IdempotencyRow,
  },
});
