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
    await noteAll(db);
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

/** Cases that are noted by one statement, so that each stays far within what a statement may take; and in one note. */
const CASES = 10_000;
const IN_A_NOTE = 50;
/** So far below zero that there is room for all cases of the country. */
const FIRST_NOTE = -1_000_000_000_000;

async function noteAll(db: PoolClient): Promise<void> {
  let last = await noteSome(db, null, FIRST_NOTE);
  for (let note = FIRST_NOTE + CASES / IN_A_NOTE; last !== undefined; note += CASES / IN_A_NOTE) last = await noteSome(db, last, note);
}

/** Notes the cases behind `after`, as many as one statement takes. Resolves with the last of them. */
async function noteSome(db: PoolClient, after: string | null, firstNote: number): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>(
    `with taken as (select id, (state->>'sequence')::int as last from cases where ($1::uuid is null or id > $1) order by id limit $2),
          placed as (select id, last, row_number() over (order by id) - 1 as place from taken),
          noted as (insert into case_changes (id, cases, firsts, lasts)
                    select $3::bigint + place / $4::int, array_agg(id), array_agg(1), array_agg(last) from placed group by place / $4::int)
     select id from taken order by id desc limit 1`,
    [after, CASES, firstNote, IN_A_NOTE],
  );
  return rows[0]?.id;
}
