import { testBrokers, testPostgresUrl } from '@hengtong/testing';
import pg from 'pg';
import { embeddedBus, type EventBus, kafkaBus, setUpEmbeddedBus } from '../bus/index.ts';
import { silent } from './sending-process.ts';

/** Where a process finds the bus of a test: this run's broker, or an embedded bus where none could be had (the set-up has said so). */
export type BusAddress = { readonly brokers: readonly string[] } | { readonly url: string };

export const connectTo = (address: BusAddress): EventBus =>
  'brokers' in address ? kafkaBus({ ...address, clientId: 'test', log: silent }) : embeddedBus({ ...address, log: silent });

/** A bus on which the role of a test's database may read and write these topics. */
export async function testBus(
  service: { readonly name: string; readonly url: string },
  topics: readonly string[],
): Promise<{ address: BusAddress; remove(): Promise<void> }> {
  const brokers = testBrokers();
  if (brokers) return { address: { brokers }, remove: () => Promise.resolve() };
  const database = `${service.name}_bus`;
  const adminUrl = testPostgresUrl();
  await setUpEmbeddedBus({ adminUrl, database, principals: [{ role: service.name, reads: topics, writes: topics }] });
  const url = new URL(service.url);
  url.pathname = `/${database}`;
  return {
    address: { url: url.href },
    async remove() {
      const admin = new pg.Client({ connectionString: adminUrl });
      await admin.connect();
      await admin.query(`drop database ${database} with (force)`);
      await admin.query(`drop role ${database}_owner`);
      await admin.end();
    },
  };
}
