import pg from 'pg';

/** One database and who may connect to it: its owner, and `guests`, who may do there only what the owner grants them. */
export interface WantedDatabase {
  name: string;
  owner: string;
  guests?: readonly string[];
}

/**
 * Makes the databases and roles that are missing; what is there keeps its content and gets its password set. Nobody else can connect to
 * a database that this has made. Names are ours, lower case and underscores; passwords are base64url, so that neither needs quoting.
 * @param adminUrl a role that may create roles and databases; @throws PostgreSQL's own error when it may not.
 */
export async function ensureDatabases(
  adminUrl: string,
  wanted: readonly WantedDatabase[],
  passwords: Record<string, string>,
): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const roles = new Set(wanted.flatMap(({ owner, guests = [] }) => [owner, ...guests]));
    for (const role of roles) await ensureRole(client, role, passwords[role] ?? '');
    for (const database of wanted) await ensureDatabase(client, database);
  } finally {
    await client.end();
  }
}

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const known = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  await client.query(`${known.rowCount === 0 ? 'create' : 'alter'} role ${role} login password '${password}'`);
}

async function ensureDatabase(client: pg.Client, { name, owner, guests = [] }: WantedDatabase): Promise<void> {
  const known = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (known.rowCount === 0) {
    // Who is no superuser may give a database to a role only as its member; the maker of a role may make himself one.
    await client.query(`grant ${owner} to current_user`);
    await client.query(`create database ${name} owner ${owner}`);
  }
  await client.query(`revoke connect on database ${name} from public`);
  for (const guest of guests) await client.query(`grant connect on database ${name} to ${guest}`);
}

/** The address of a database on the same server as `adminUrl`, for a role. */
export function databaseUrl(adminUrl: string, database: string, role: string, password: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  url.username = role;
  url.password = password;
  return url.href;
}
