import type { Database } from './database.ts';

/** The database worked with another bus before: offsets, and what is under way there, do not exist on this one. */
export class BoundElsewhere extends Error {
  override name = 'BoundElsewhere';
  readonly code = 'bus.bound-elsewhere';
  constructor(before: string, now: string) {
    super(
      `this database works with the bus ${before}, but the configuration names ${now}: what is under way on the old one would be lost. ` +
        `Go back to the old bus, or start with --rebind (BUS_REBIND=true) to send again what open cases wait for`,
    );
  }
}

/**
 * Notes at the first start which bus this database works with, and compares at every later one.
 * @returns whether the bus took the place of another and what is under way must be sent on it: at every start until `sentAgain`.
 * @throws {BoundElsewhere}
 */
export async function bindToBus(db: Database, identity: string, rebind: boolean): Promise<{ rebound: boolean }> {
  await db.query(`insert into bus_binding (identity) values ($1) on conflict do nothing`, [identity]);
  const { rows } = await db.query<{ identity: string; owed: boolean }>(`select identity, owed from bus_binding`);
  const [before] = rows;
  if (!before || before.identity === identity) return { rebound: before?.owed ?? false };
  if (!rebind) throw new BoundElsewhere(before.identity, identity);
  await db.query(`update bus_binding set identity = $1, owed = true, bound_at = now()`, [identity]);
  return { rebound: true };
}

/** All that is under way has been sent on the new bus, or stands in the outbox for it. */
export async function sentAgain(db: Database): Promise<void> {
  await db.query(`update bus_binding set owed = false`);
}
