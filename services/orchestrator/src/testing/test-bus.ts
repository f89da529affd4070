import { accessList, ORCHESTRATOR } from '@hengtong/contracts';
import { embeddedBus, type EventBus, kafkaBus, setUpEmbeddedBus } from '@hengtong/messaging';
import { type FreshDatabase, freshDatabase, testBrokers, testPostgresUrl } from '@hengtong/testing';
import pg from 'pg';

export const DEPARTMENTS = [
  'market-regulation',
  'public-security',
  'taxation',
  'human-resources',
  'healthcare-security',
  'housing-fund',
] as const;

const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** A bus that an orchestrator can be told to work with, and by which the test plays everybody else. */
export interface TestBus {
  /** What the orchestrator is told. */
  readonly settings: Readonly<Record<string, string>>;
  /** One more client of it, with the rights of all departments and of the world together. */
  connect(): EventBus;
  remove(): Promise<void>;
}

/** This run's broker, and where none could be had (the run's set-up has said so) an embedded bus. */
export async function busFor(orchestrator: FreshDatabase): Promise<TestBus> {
  const brokers = testBrokers();
  if (!brokers) return embedded(orchestrator);
  return {
    settings: { BUS: 'kafka', KAFKA_BROKERS: brokers.join(',') },
    connect: () => kafkaBus({ brokers, clientId: 'everybody-else', log }),
    remove: () => Promise.resolve(),
  };
}

/** An embedded bus of its own, with the access list of the whole system. */
export async function embedded(orchestrator: FreshDatabase): Promise<TestBus> {
  const others = await freshDatabase('everybody_else');
  const database = `${others.name}_bus`;
  const [own, ...departments] = accessList(DEPARTMENTS);
  if (own?.principal !== ORCHESTRATOR) throw new Error('the access list begins with the orchestrator');
  const theirs = {
    reads: [...departments.flatMap(({ reads }) => reads), ...own.writes],
    writes: departments.flatMap(({ writes }) => writes),
  };
  await setUpEmbeddedBus({
    adminUrl: testPostgresUrl(),
    database,
    principals: [
      { role: orchestrator.name, reads: own.reads, writes: own.writes },
      { role: others.name, ...theirs },
    ],
  });
  return {
    settings: { BUS: 'embedded', BUS_DATABASE_URL: at(orchestrator.url, database) },
    connect: () => embeddedBus({ url: at(others.url, database), log }),
    remove: async () => {
      await asAdmin(`drop database ${database} with (force)`, `drop role ${database}_owner`);
      await others.drop();
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
