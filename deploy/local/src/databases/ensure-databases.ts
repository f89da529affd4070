import pg from 'pg';

/**
 * Makes a database and a role of the same name for each of `names`, where they are missing; what is there keeps its content and gets its
 * password set. Nobody else can connect to a database that this has made. Names are ours, lower case and underscores; passwords are
 * base64url: neither needs quoting.
 * @param adminUrl a role that may create roles and databases; @throws PostgreSQL's own error when it may not.
 */
export async function ensureDatabases(adminUrl: string, names: readonly string[], passwords: Record<string, string>): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const name of names) {
      await ensureRole(client, name, passwords[name] ?? '');
      await ensureDatabase(client, name);
    }
  } finally {
    await client.end();
  }
}

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const known = await client.query('select from pg_roles where rolname = $1', [role]);
  await client.query(`${known.rowCount === 0 ? 'create' : 'alter'} role ${role} login password '${password}'`);
}

async function ensureDatabase(client: pg.Client, name: string): Promise<void> {
  const known = await client.query('select from pg_database where datname = $1', [name]);
  if (known.rowCount === 0) {
    // Who is no superuser may give a database to a role only as its member; the maker of a role may make himself one.
    await client.query(`grant ${name} to current_user`);
    await client.query(`create database ${name} owner ${name}`);
  }
  await client.query(`revoke connect on database ${name} from public`);
}

/**
 * Closes the databases that come with a server to everybody but its superuser: PostgreSQL lets any role connect to them. For servers that
 * are ours alone; on others it is for whoever runs them to say who may connect to what.
 */
export async function closeCommonDatabases(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('revoke connect on database postgres, template1 from public');
  } finally {
    await client.end();
  }
}

/** The address of a database on the same server as `adminUrl`, for a role. */
export function databaseUrl(adminUrl: string, database: string, role: string, password: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  url.username = role;
  url.password = password;
  return url.href;
}
