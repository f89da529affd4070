import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import { freePort, kafkaAvailable, startKafka } from '@hengtong/local';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { type BusServer, eventBusContract, silent } from '../event-bus.contract.ts';
import { kafkaBus } from './kafka-bus.ts';

/** A broker of this suite's own, because the suite kills it. */
async function setUp(): Promise<BusServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hengtong-bus-'));
  const [port, controllerPort] = [await freePort(), await freePort()];
  const start = () => startKafka({ dataDir, port, controllerPort });
  let broker = await start();
  const { brokers } = broker;
  const foreign = new Kafka({ brokers, logLevel: logLevel.NOTHING }).producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await foreign.connect();
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

const available = await kafkaAvailable();
if (!available.ok && process.env.HENGTONG_REQUIRE_KAFKA === '1') throw new Error(`no Kafka broker: missing ${available.missing}`);

(available.ok ? describe : describe.skip)('with a broker that the suite may kill', () => eventBusContract('Kafka', setUp));
