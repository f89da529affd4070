import type { Pool } from 'pg';
import type { FailureBudget, Notice } from '../../../domain/failure-budget.ts';

/** The failure budgets that have been touched, by subscription. */
export async function readBudgets(pool: Pool): Promise<Map<string, FailureBudget>> {
  const { rows } = await pool.query<{ id: string; since: Date; told: Notice | null }>(
    'select subscription_id as id, since, told from failing_endpoints',
  );
  return new Map(rows.map(({ id, since, told }) => [id, { since: since.getTime(), ...(told && { told }) }]));
}

/** Keeps the budget of a subscription; undefined is the untouched one. */
export async function keepBudget(pool: Pool, subscriptionId: string, budget: FailureBudget | undefined): Promise<void> {
  if (!budget) return void (await pool.query('delete from failing_endpoints where subscription_id = $1', [subscriptionId]));
  await pool.query(
    `insert into failing_endpoints (subscription_id, since, told) values ($1, $2, $3)
     on conflict (subscription_id) do update set since = excluded.since, told = excluded.told`,
    [subscriptionId, new Date(budget.since), budget.told ?? null],
  );
}
