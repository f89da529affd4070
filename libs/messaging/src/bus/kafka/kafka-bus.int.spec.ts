import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import { freePort, kafkaAvailable, startKafka } from '@hengtong/local';
import { silent } from '../testing/contract-tools.ts';
import { type BusServer, eventBusContract } from '../event-bus.contract.ts';
import { kafkaBus } from './kafka-bus.ts';
import { kafkaClient } from './kafka-client.ts';

/** A broker of this suite's own, because the suite kills it. */
async function setUp(): Promise<BusServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hengtong-bus-'));
  const [port, controllerPort] = [await freePort(), await freePort()];
  const start = () => startKafka({ dataDir, port, controllerPort, open: true });
  let broker = await start();
  const { brokers } = broker;
  const foreign = kafkaClient({ brokers, clientId: 'foreign', log: silent }, { retries: 5 }).producer({ createPartitioner: () => () => 0 });
  await foreign.connect();
  await firstGroup(brokers);
  return {
    address: { brokers },
    connect: () => kafkaBus({ brokers, clientId: 'contract', log: silent }),
    allow: () => Promise.resolve(),
    writeRaw: async (topic, partition, { key, headers, value }) => {
      const raw = Object.fromEntries(Object.entries(headers).map(([name, header]) => [name, Buffer.from(header)]));
      await foreign.send({ topic, messages: [{ partition, key, headers: raw, value: value && Buffer.from(value) }] });
    },
    takeAway: async () => {
      broker.kill('SIGKILL');
      await broker.ended;
      return async () => void (broker = await start());
    },
    stop: async () => {
      await foreign.disconnect();
      await broker.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The first group of all finds a fresh broker without the topic that it keeps offsets in; making it takes its time. */
async function firstGroup(brokers: string[]): Promise<void> {
  const bus = kafkaBus({ brokers, clientId: 'first', log: silent });
  await bus.ensureTopics(['first'], 1);
  await bus.consume({ group: 'first', topics: ['first'], take: () => Promise.resolve('taken') });
  await bus.close();
}

const available = await kafkaAvailable();
if (!available.ok && process.env.HENGTONG_REQUIRE_KAFKA === '1') throw new Error(`no Kafka broker: missing ${available.missing}`);

(available.ok ? describe : describe.skip)('with a broker that the suite may kill', () => eventBusContract('Kafka', setUp));
