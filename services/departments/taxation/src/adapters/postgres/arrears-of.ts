import { column, loader } from '@hengtong/messaging';
import { NO_ARREARS, type Arrears } from '../../domain/arrears.ts';

interface Row {
  readonly id_number: string;
  readonly amount: number;
  readonly since: Date;
}

/** What each of some persons owes, by identity number. A sum in double precision is exact to the fen up to 90 trillion yuan. */
export const arrearsOf = loader<string, Arrears>({
  name: 'arrears-of',
  absent: NO_ARREARS,
  async query(db, idNumbers) {
    const { rows } = await db.query<Row>({
      name: 'arrears-of',
      text: `select id_number, sum(amount)::float8 as amount, min(since) as since
               from arrears
              where id_number = any($1) and amount > 0
              group by id_number`,
      values: [column(idNumbers, (idNumber) => idNumber)],
    });
    return new Map(rows.map((row) => [row.id_number, { amount: row.amount, since: row.since.toISOString() }]));
  },
});
