import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, kafkaAvailable, startKafka } from '@hengtong/local';
import { dockerAnswers, images, stopper } from './containers.ts';
import { scratchFolder } from './scratch-folder.ts';

/** A running broker for tests. `stop` also deletes its data. */
export interface TestKafka {
  brokers: string[];
  stop: () => Promise<void>;
}

/**
 * Starts an Apache Kafka with nothing in it, which asks nobody who he is (`startTestSystem` has one that does): in a container where Docker answers, else from Maven's jars; undefined where neither can be
 * had, after one line that says what is missing.
 * @throws instead of that when HENGTONG_REQUIRE_KAFKA is 1, so that CI never skips what it is there to run.
 */
export async function startTestKafka(): Promise<TestKafka | undefined> {
  if (await dockerAnswers()) return inContainer();
  const available = await kafkaAvailable();
  if (available.ok) return fromJars();
  const sentence = `No Kafka broker for the tests: neither Docker nor a local one, missing ${available.missing}.`;
  if (process.env.HENGTONG_REQUIRE_KAFKA === '1') throw new Error(sentence);
  process.stderr.write(`${sentence} Tests that need one are skipped.\n`);
  return undefined;
}

/** Not by @testcontainers/kafka: that module drives Confluent's image alone. A broker names its own address, so the host port is fixed first. */
async function inContainer(): Promise<TestKafka> {
  const { GenericContainer, Wait, getContainerRuntimeClient } = await import('testcontainers');
  const host = (await getContainerRuntimeClient()).info.containerRuntime.host;
  const port = await freePort();
  const container = await new GenericContainer(images.kafka)
    .withExposedPorts({ container: 9092, host: port })
    .withEnvironment({
      KAFKA_NODE_ID: '1',
      KAFKA_PROCESS_ROLES: 'broker,controller',
      KAFKA_LISTENERS: 'PLAINTEXT://0.0.0.0:9092,CONTROLLER://localhost:9093',
      KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://${host}:${port}`,
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
      KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
      KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
      KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS: '4',
      KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
      KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
      KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
    })
    .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/))
    .start();
  return { brokers: [`${host}:${port}`], stop: stopper(container) };
}

async function fromJars(): Promise<TestKafka> {
  const folder = await scratchFolder();
  const server = await startKafka({ dataDir: join(folder, 'kafka'), shortLived: true, open: true });
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { brokers: server.brokers, stop };
}
