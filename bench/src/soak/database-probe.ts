import { Client } from 'pg';

/** What the databases of all services hold at one moment. `partitions` are those of inbox and outbox, `database/name`. */
export type DatabaseSample = { keptBytes: number; passingBytes: number; partitions: string[] };

const PARTITIONS = `
  select child.relname as name, pg_total_relation_size(child.oid)::float8 as bytes
  from pg_inherits join pg_class child on child.oid = inhrelid
  where inhparent in ('inbox'::regclass, 'outbox'::regclass)`;

const ALL_TABLES = `
  select coalesce(sum(pg_total_relation_size(oid)), 0)::float8 as bytes
  from pg_class where relkind = 'r' and relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)`;

/** Looks into the services' databases: what is kept for each case, and what passes through inbox and outbox. */
export type DatabaseProbe = { sample: () => Promise<DatabaseSample>; close: () => Promise<void> };

/** Opens a connection to each of these databases. */
export async function openProbe(urls: readonly string[]): Promise<DatabaseProbe> {
  const clients = urls.map((connectionString) => new Client({ connectionString }));
  await Promise.all(clients.map((client) => client.connect()));
  return {
    sample: async () => sum(await Promise.all(clients.map(sampleOf))),
    close: async () => void (await Promise.all(clients.map((client) => client.end()))),
  };
}

async function sampleOf(client: Client): Promise<DatabaseSample> {
  const partitions = await client.query<{ name: string; bytes: number }>(PARTITIONS);
  const tables = await client.query<{ bytes: number }>(ALL_TABLES);
  const passingBytes = partitions.rows.reduce((total, { bytes }) => total + bytes, 0);
  return {
    keptBytes: (tables.rows[0]?.bytes ?? 0) - passingBytes,
    passingBytes,
    partitions: partitions.rows.map(({ name }) => `${client.database ?? ''}/${name}`),
  };
}

function sum(samples: readonly DatabaseSample[]): DatabaseSample {
  return {
    keptBytes: samples.reduce((total, { keptBytes }) => total + keptBytes, 0),
    passingBytes: samples.reduce((total, { passingBytes }) => total + passingBytes, 0),
    partitions: samples.flatMap(({ partitions }) => partitions),
  };
}
