import type { Queryable } from '../queryable.ts';

/** The bus's own id, which its database keeps. */
export const createIdentity = `
  create or replace function bus.identity() returns uuid
  language sql stable security definer set search_path = bus, pg_temp as 'select id from settings'`;

export async function identity(db: Queryable): Promise<string> {
  const { rows } = await db.query<{ identity: string }>({ text: 'select bus.identity()' });
  return rows[0]?.identity ?? '';
}
