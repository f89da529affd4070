import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { testPostgresUrl } from './test-servers.ts';

/** A database of a test's own; `url` connects as the role that owns it and may do nothing elsewhere. */
export interface FreshDatabase {
  name: string;
  url: string;
  /** Drops database and role, cutting off whoever is still connected. */
  drop: () => Promise<void>;
}

/** Makes an empty database, owned by a fresh role with a password, in this run's PostgreSQL. `name` only makes it recognizable. */
export async function freshDatabase(name = 'test'): Promise<FreshDatabase> {
  const unique = `${name.replaceAll(/[^a-z0-9_]/g, '_').slice(0, 40)}_${randomBytes(6).toString('hex')}`;
  const password = randomBytes(18).toString('base64url');
  const admin = testPostgresUrl();
  await asAdmin(admin, [
    `create role ${unique} login password '${password}'`,
    `create database ${unique} owner ${unique}`,
    `revoke connect on database ${unique} from public`,
  ]);
  const url = new URL(admin);
  url.username = unique;
  url.password = password;
  url.pathname = `/${unique}`;
  const drop = () => asAdmin(admin, [`drop database if exists ${unique} with (force)`, `drop role if exists ${unique}`]);
  return { name: unique, url: url.href, drop };
}

async function asAdmin(url: string, statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
