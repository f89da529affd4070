import { type Database, openDatabase } from '@hengtong/persistence';
import { freshDatabase } from '@hengtong/testing';
import { deliveryMigrations } from '../../../adapters/postgres/deliveries/index.ts';
import { Transport } from '../../../adapters/webhook/index.ts';
import { receiver, type Receiver } from '../../../adapters/webhook/testing/receiver.ts';
import { Deliveries } from '../deliveries.ts';
import { MemoryLog } from './memory-log.ts';
import { TestSubscribers } from './test-subscribers.ts';

/** Deliveries on a database of their own, with a log and subscribers in memory; nothing runs before `start`. */
export interface TestHub {
  readonly url: string;
  readonly database: Database;
  readonly log: MemoryLog;
  readonly subscribers: TestSubscribers;
  /** What followed from failing endpoints: `notify 50`, `disable`, `unsubscribe`, with the subscription's id. */
  readonly followed: [string, string][];
  /** Starts one that delivers, or waits for its turn. */
  start(): Deliveries<{ position: number; id: string; subject: string; json: string }>;
  /** An agency's endpoint, which ends with the hub. */
  agency: (...args: Parameters<typeof receiver>) => Promise<Receiver>;
  /** Rows that a statement gives. */
  rows(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

const silent = { info: () => undefined, warn: () => undefined };

/** Makes one. What is to be retried comes back after a second, the shortest pause there is. */
export async function testHub(): Promise<TestHub> {
  const fresh = await freshDatabase('deliveries');
  const database = openDatabase({ url: fresh.url, name: 'hub', log: silent });
  await database.migrate(deliveryMigrations);
  const [log, subscribers, transport] = [new MemoryLog(), new TestSubscribers(), new Transport({ policy: { anywhere: true, ports: [] } })];
  const followed: [string, string][] = [];
  const running: Deliveries<never>[] = [];
  const receivers: Receiver[] = [];
  const consequences = {
    notify: async ({ id }: { id: string }, _kind: string, percent: number) => void followed.push([`notify ${percent}`, id]),
    disable: async (subscription: { id: string }) => {
      followed.push(['disable', subscription.id]);
      subscribers.remove(subscription as never);
    },
    unsubscribe: async (subscription: { id: string }) => {
      followed.push(['unsubscribe', subscription.id]);
      subscribers.remove(subscription as never);
    },
  };
  return {
    url: fresh.url,
    database,
    log,
    subscribers,
    followed,
    start: () => {
      const options = { url: fresh.url, pool: database.pool, name: 'hub', log, subscribers, consequences, transport, logger: silent };
      const deliveries = new Deliveries({ ...options, random: () => 0 });
      running.push(deliveries as never);
      deliveries.start();
      return deliveries;
    },
    agency: async (...args) => {
      const agency = await receiver(...args);
      receivers.push(agency);
      return agency;
    },
    rows: async (sql, values) => (await database.pool.query<Record<string, unknown>>(sql, values)).rows,
    close: async () => {
      const stopped = Promise.all(running.map((each) => each.stop()));
      // Whoever does not answer is hung up on.
      for (const each of receivers) await each.close();
      await stopped;
      await transport.close();
      await database.close();
      await fresh.drop();
    },
  };
}
