import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Log } from './log.ts';
import type { Migration } from './migration.ts';

export interface MigrationRun {
  readonly url: string;
  readonly name: string;
  readonly log: Log;
  /** In the order in which they run. */
  readonly migrations: readonly Migration[];
}

/** An applied migration was edited, or one cannot be applied: the program must not start on this schema. */
export class MigrationFailed extends Error {
  override name = 'MigrationFailed';
  readonly code = 'database.migration-failed';
}

// One lock for all migrations of a database; the number is "HengTong" in ASCII, so that nobody else happens to use it.
const LOCK = 0x48656e67546f6e67n;

/**
 * Applies what is missing, each migration in one transaction with the note that it ran. Two processes at once: the second waits
 * for the first, then finds nothing to do.
 * @throws {MigrationFailed} when an applied migration has another text now, an id comes twice, or a statement fails.
 */
export async function runMigrations({ url, name, log, migrations }: MigrationRun): Promise<void> {
  // A connection of its own, without the limits of the pool: an index on a large table takes its time, and so does waiting for one.
  const db = new pg.Client({
    connectionString: url,
    application_name: `${name} migrations`,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  db.on('error', () => undefined);
  await db.connect();
  try {
    await db.query('select pg_advisory_lock($1)', [LOCK]);
    await db.query(`create table if not exists schema_migrations (
      id text primary key, checksum text not null, applied_at timestamptz not null default now())`);
    const { rows } = await db.query<{ id: string; checksum: string }>('select id, checksum from schema_migrations');
    const missing = pending(migrations, new Map(rows.map((row) => [row.id, row.checksum])));
    for (const migration of missing) {
      await apply(db, migration);
      log.info({ migration: migration.id }, 'migration applied');
    }
  } finally {
    // Ends the session, and with it the lock.
    await db.end();
  }
}

function pending(migrations: readonly Migration[], applied: ReadonlyMap<string, string>): Migration[] {
  const twice = migrations.find(({ id }, i) => migrations.findIndex((other) => other.id === id) < i);
  if (twice) throw new MigrationFailed(`two migrations have the id ${twice.id}: give the second one a number of its own`);
  for (const migration of migrations) {
    const checksum = applied.get(migration.id);
    if (checksum !== undefined && checksum !== checksumOf(migration)) {
      throw new MigrationFailed(
        `migration ${migration.id} was changed after it ran on this database: put its text back, and write what is to change as a new migration`,
      );
    }
  }
  return migrations.filter(({ id }) => !applied.has(id));
}

async function apply(db: pg.Client, migration: Migration): Promise<void> {
  try {
    await db.query('begin');
    await db.query(migration.sql);
    await db.query('insert into schema_migrations (id, checksum) values ($1, $2)', [migration.id, checksumOf(migration)]);
    await db.query('commit');
  } catch (cause) {
    // The session ends right after, and takes what is open with it.
    throw new MigrationFailed(`migration ${migration.id} failed, nothing of it was kept: ${(cause as Error).message}`, { cause });
  }
}

function checksumOf({ sql }: Migration): string {
  return createHash('sha256').update(sql).digest('hex');
}
