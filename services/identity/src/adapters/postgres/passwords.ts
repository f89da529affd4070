import type { Pool, PoolClient } from 'pg';

/** Hash of the password by person. */
export async function readPasswords(db: Pool | PoolClient): Promise<Map<string, string>> {
  const { rows } = await db.query<{ name: string; hash: string }>('select name, hash from passwords');
  return new Map(rows.map(({ name, hash }) => [name, hash]));
}

/** Gives a person another password; `hash` is that of Argon2id in PHC format. */
export async function setPassword(db: Pool | PoolClient, name: string, hash: string): Promise<void> {
  await db.query('insert into passwords (name, hash) values ($1, $2) on conflict (name) do update set hash = excluded.hash', [name, hash]);
}

/** The hash of one person's password; undefined where there is none. */
export async function passwordOf(db: Pool, name: string): Promise<string | undefined> {
  const { rows } = await db.query<{ hash: string }>('select hash from passwords where name = $1', [name]);
  return rows[0]?.hash;
}
