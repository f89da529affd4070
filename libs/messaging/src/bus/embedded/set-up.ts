import pg from 'pg';
import { callable, definitions } from './sql/index.ts';

/** What one role may do on the bus. The role must exist; it is the one that a service logs in with. */
export interface Principal {
  readonly role: string;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** Groups of consumers that are this role's, whoever comes first. Default none: a group belongs to the role that first joins it. */
  readonly groups?: readonly string[];
}

export interface EmbeddedBusSetUp {
  /** Connects somebody who may create databases and roles to any database of the server. */
  readonly adminUrl: string;
  /** The whole access list: what is not in it is refused. */
  readonly principals: readonly Principal[];
  /** Default `ht_bus`. */
  readonly database?: string;
  /** How long messages are kept, in days; default 30, the longest outage to be survived (DESIGN §4). */
  readonly retentionDays?: number;
}

/**
 * Makes the bus's database, its functions and the access list, or brings them up to date; messages stay. Several may do so at once.
 * The functions belong to a role of their own that nobody can log in with, so that they can do no more than the bus needs.
 */
export async function setUpEmbeddedBus({ adminUrl, principals, database = 'ht_bus', retentionDays = 30 }: EmbeddedBusSetUp): Promise<void> {
  const owner = `${database}_owner`;
  await withClient(adminUrl, async (server) => {
    // Held until the connection ends: making databases and roles knows no "if not exists" that two may run at once.
    await server.query(`select pg_advisory_lock(hashtext($1))`, [`set up ${database}`]);
    await server.query(`do $$ begin if to_regrole(${quoted(owner)}) is null then create role ${named(owner)} nologin; end if; end $$`);
    await server.query(`grant ${named(owner)} to current_user`);
    const { rowCount } = await server.query(`select from pg_database where datname = $1`, [database]);
    if (rowCount === 0) await server.query(`create database ${named(database)}`);
    await server.query(`revoke all on database ${named(database)} from public`);
    await server.query(`grant connect, create on database ${named(database)} to ${named(owner)}`);
    const url = new URL(adminUrl);
    url.pathname = `/${database}`;
    await withClient(url.href, async (bus) => {
      await bus.query('begin');
      await bus.query(`set local role ${named(owner)}`);
      for (const definition of definitions) await bus.query(definition);
      await bus.query(`revoke all on all functions in schema bus from public`);
      await bus.query(`insert into bus.settings (retention_days) values ($1) on conflict (only_row) do update set retention_days = $1`, [
        retentionDays,
      ]);
      await bus.query(`select bus.roll((clock_timestamp() at time zone 'utc')::date)`);
      await allow(bus, principals);
      await bus.query('commit');
      for (const { role } of principals) await bus.query(`grant connect on database ${named(database)} to ${named(role)}`);
    });
  });
}

async function allow(bus: pg.Client, principals: readonly Principal[]): Promise<void> {
  const rows = principals.flatMap(({ role, reads, writes }) => [
    ...reads.map((topic) => [role, topic, 'read'] as const),
    ...writes.map((topic) => [role, topic, 'write'] as const),
  ]);
  await bus.query(`delete from bus.access`);
  await bus.query(
    `insert into bus.access (role, topic, may) select * from unnest($1::name[], $2::text[], $3::text[]) on conflict do nothing`,
    [rows.map(([role]) => role), rows.map(([, topic]) => topic), rows.map(([, , may]) => may)],
  );
  for (const { role, groups = [] } of principals) {
    await bus.query(
      `insert into bus.groups (name, role) select unnest($2::text[]), $1 on conflict (name) do update set role = excluded.role where groups.role <> excluded.role`,
      [role, groups],
    );
    await bus.query(`grant usage on schema bus to ${named(role)}`);
    for (const name of callable) await bus.query(`grant execute on function bus.${name} to ${named(role)}`);
  }
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

const named = pg.escapeIdentifier;
const quoted = (text: string): string => pg.escapeLiteral(pg.escapeIdentifier(text));
