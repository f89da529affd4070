import { type Database, messagingMigrations } from '@hengtong/messaging';
import { hotClient, isTransient, type Migration, openDatabase } from '@hengtong/persistence';

/** A database as messaging sees a service's: one connection for the hot path, a pool for what is rare. */
export interface MessagingDatabase extends Database {
  close(): Promise<void>;
}

/**
 * Opens what `libs/platform` opens for a service, for tests of messaging without one. `name` is what `pg_stat_activity` shows (the
 * connection of the hot path: `<name> hot`); `migrations` come after messaging's own.
 */
export async function messagingDatabase(url: string, name: string, migrations: readonly Migration[] = []): Promise<MessagingDatabase> {
  const log = { info: () => undefined, warn: () => undefined };
  const database = openDatabase({ url, name, log });
  const hot = hotClient({ url, name, log });
  await database.migrate([...messagingMigrations, ...migrations]);
  return {
    transaction: (work) => hot.transaction(work),
    query: (text, values) => database.pool.query(text, values as unknown[]),
    isTransient,
    close: async () => void (await Promise.all([hot.close(), database.close()])),
  };
}
