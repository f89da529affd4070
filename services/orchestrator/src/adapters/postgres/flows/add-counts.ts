import { column } from '@hengtong/messaging';
import type { ClientBase } from 'pg';
import { type CounterTable, counterTables, type Tallies } from '../../../domain/flows/index.ts';

/** The columns of each table's key, in the order of a tally's. */
const keys: Readonly<Record<CounterTable, readonly (readonly [name: string, type: string])[]>> = {
  flow_hours: [
    ['hour', 'timestamptz'],
    ['process', 'text'],
    ['division', 'text'],
    ['what', 'text'],
    ['bucket', 'smallint'],
  ],
  step_hours: [
    ['hour', 'timestamptz'],
    ['process', 'text'],
    ['department', 'text'],
    ['division', 'text'],
  ],
  cell_days: [
    ['day', 'date'],
    ['process', 'text'],
    ['department', 'text'],
    ['bucket', 'smallint'],
  ],
  case_figures: [
    ['process', 'text'],
    ['version', 'int'],
    ['what', 'text'],
    ['bucket', 'smallint'],
  ],
  step_figures: [
    ['process', 'text'],
    ['version', 'int'],
    ['step', 'text'],
    ['department', 'text'],
    ['what', 'text'],
    ['bucket', 'smallint'],
  ],
};

/** Adds to the counters. */
export async function addCounts(db: ClientBase, tallies: Tallies): Promise<void> {
  for (const name of counterTables) {
    const rows = tallies.of(name);
    if (rows.length === 0) continue;
    const columns = [
      ...keys[name].map(([key, type], index) => [key, type, rows.map((row) => row.key[index])] as const),
      ...amounts(name, rows),
    ];
    await db.query(
      `insert into ${name} as kept (${columns.map(([key]) => key).join(', ')})
       select * from unnest(${columns.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ')})
       on conflict (${keys[name].map(([key]) => key).join(', ')}) do update
          set ${amounts(name, rows)
            .map(([key]) => `${key} = kept.${key} + excluded.${key}`)
            .join(', ')}`,
      columns.map(([, , values]) => column(values, (value) => value)),
    );
  }
}

const amounts = (name: CounterTable, rows: ReturnType<Tallies['of']>) =>
  [
    ['count', 'bigint', rows.map(({ count }) => count)],
    ...(name === 'step_figures'
      ? ([
          ['waited', 'bigint', rows.map(({ waited }) => waited)],
          ['worked', 'bigint', rows.map(({ worked }) => worked)],
        ] as const)
      : []),
  ] as const;
