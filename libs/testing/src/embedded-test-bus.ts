import { accessList } from '@hengtong/contracts';
import { embeddedBus, type EventBus, setUpEmbeddedBus } from '@hengtong/messaging';
import pg from 'pg';
import { type FreshDatabase, freshDatabase } from './fresh-database.ts';
import { testPostgresUrl } from './test-servers.ts';

/** A bus that one service can be told to work with, and by which the test plays everybody else. */
export interface TestBus {
  /** What the service is told, as environment variables. */
  readonly settings: Readonly<Record<string, string>>;
  /** One more client of it, with the rights of all others together. */
  connect(): EventBus;
  remove(): Promise<void>;
}

const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * An embedded bus of its own, with the access list of the whole system.
 * @param service whose database `own` is, as the access list names it
 * @throws for a service that the access list does not have
 */
export async function embeddedTestBus(service: string, own: FreshDatabase, departments: readonly string[]): Promise<TestBus> {
  const rights = accessList(departments);
  const mine = rights.find(({ principal }) => principal === service);
  if (!mine) throw new Error(`the access list has no ${service}`);
  const others = rights.filter((each) => each !== mine);
  const everybody = await freshDatabase('everybody_else');
  const database = `${everybody.name}_bus`;
  await setUpEmbeddedBus({
    adminUrl: testPostgresUrl(),
    database,
    principals: [
      { role: own.name, reads: mine.reads, writes: mine.writes },
      {
        role: everybody.name,
        reads: [...others.flatMap(({ reads }) => reads), ...mine.writes],
        writes: others.flatMap(({ writes }) => writes),
      },
    ],
  });
  return {
    settings: { BUS: 'embedded', BUS_DATABASE_URL: at(own.url, database) },
    connect: () => embeddedBus({ url: at(everybody.url, database), log }),
    remove: async () => {
      await asAdmin(`drop database ${database} with (force)`, `drop role ${database}_owner`);
      await everybody.drop();
    },
  };
}

/** The same server and role, another database. */
function at(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

async function asAdmin(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: testPostgresUrl() });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
