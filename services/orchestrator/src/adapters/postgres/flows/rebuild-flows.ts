import type { Pool, PoolClient } from 'pg';

/** One keeper at a time in a database; the number is "HTflows" in ASCII. */
const LOCK = 0x4854666c6f7773n;

/**
 * What the tables hold. A database that was kept by an earlier one, or never, is kept anew from the events of its cases. Raise it when
 * `follow` or the counters come to mean something else.
 */
export const FLOWS_VERSION = 1;

/** Takes the keeper's place until the transaction ends; false if another has it. */
export async function tryKeeperLock(db: PoolClient): Promise<boolean> {
  const { rows } = await db.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [LOCK]);
  return rows[0]?.mine === true;
}

/** Whether the tables were kept by this version, or a later one. */
export async function isKept(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query('select from flow_version where version >= $1', [FLOWS_VERSION]);
  return rows.length > 0;
}

/**
 * Throws away all that was kept and notes every event of every case as a change, so that the keeper goes through them again. Cases may
 * change meanwhile: what is not in this transaction's snapshot stands in notes that are not in it either. Notes of the past have numbers
 * below zero, and so come before those.
 */
export async function rebuildFlows(pool: Pool): Promise<void> {
  const db = await pool.connect();
  try {
    // Of the session, and before the transaction: a keeper's change that ends while we wait must be in our snapshot.
    await db.query('select pg_advisory_lock($1)', [LOCK]);
    await db.query('begin isolation level repeatable read');
    await db.query('set local statement_timeout = 0');
    for (const name of [
      'case_changes',
      'flow_cases',
      'open_steps',
      'flow_hours',
      'step_hours',
      'cell_days',
      'case_figures',
      'step_figures',
    ])
      await db.query(`delete from ${name}`);
    await db.query(
      `insert into case_changes (id, cases, firsts, lasts)
       select chunk - 1000000000000, array_agg(id), array_agg(1), array_agg(last)
         from (select id, (state->>'sequence')::int as last, (row_number() over (order by id) - 1) / 50 as chunk from cases) as numbered
        group by chunk`,
    );
    await db.query(`insert into flow_version (version) values ($1) on conflict (single) do update set version = excluded.version`, [
      FLOWS_VERSION,
    ]);
    await db.query('commit');
    await db.query('select pg_advisory_unlock($1)', [LOCK]);
    db.release();
  } catch (error) {
    // The connection goes, and with it the transaction and the lock.
    db.release(true);
    throw error;
  }
}
