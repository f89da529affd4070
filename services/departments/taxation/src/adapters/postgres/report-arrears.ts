import type { Pool } from 'pg';

export interface ReportedArrears {
  readonly idNumber: string;
  readonly reference: string;
  /** Yuan; 0 when the demand is settled. */
  readonly amount: number;
}

/** Enters what is left to pay of a demand, the last report standing. `since` stays that of the first report. Resolves to it, RFC 3339. */
export async function reportArrears(pool: Pool, { idNumber, reference, amount }: ReportedArrears): Promise<string> {
  const { rows } = await pool.query<{ since: Date }>(
    `insert into arrears (id_number, reference, amount)
     values ($1, $2, $3)
     on conflict (id_number, reference) do update set amount = excluded.amount
     returning since`,
    [idNumber, reference, amount],
  );
  const [row] = rows;
  if (!row) throw new Error('an insert with returning gave no row');
  return row.since.toISOString();
}
