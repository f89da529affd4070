import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isAlive } from '../process-list.ts';
import { accessList } from '@hengtong/contracts';
import { kafkaBus } from '@hengtong/messaging';
import { kafkaAvailable } from './available.ts';
import { provisionKafka, topicsOf } from './provision.ts';
import { startKafka } from './start-kafka.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'local-kafka-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const required = process.env.HENGTONG_REQUIRE_KAFKA === '1' || (await kafkaAvailable()).ok;
const whereKafkaCanRun = required ? test : test.skip;

const start = (log?: (line: string) => void) => startKafka({ dataDir, shortLived: true, ...(log && { log }) });
const identity = () => readFile(join(dataDir, 'log', 'meta.properties'), 'utf8');

// One after another on the same data: a start takes its time.
let formatted: string;

whereKafkaCanRun('a broker starts, and is killed', async () => {
  const broker = await start();
  formatted = await identity();
  broker.kill('SIGKILL');
  expect(await broker.ended).toBe('signal SIGKILL');
});

whereKafkaCanRun('it comes back as the same cluster', async () => {
  const said: string[] = [];
  await start((line) => said.push(line));
  expect(await identity()).toBe(formatted);
  expect(said).toEqual([]);
});

whereKafkaCanRun('one that still runs on the data is stopped first, and said so', async () => {
  const said: string[] = [];
  const next = await start((line) => said.push(line));
  expect(said).toEqual([expect.stringMatching(/^Kafka still runs from an earlier start \(process \d+\); stopping it$/)]);
  expect(await identity()).toBe(formatted);
  await next.stop();
  expect(isAlive(next.pid)).toBe(false);
});

describe('credentials', () => {
  const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  const passwords: Record<string, string> = { orchestrator: 'one', 'event-hub': 'four', taxation: 'two', 'housing-fund': 'three' };
  const rights = accessList(['taxation']);

  /** Whether somebody with this password is let in as taxation, and finds its topics. */
  async function isLetIn(brokers: string[], username: string, password: string): Promise<boolean> {
    const bus = kafkaBus({ brokers, credential: { username, password }, clientId: username, log: silent });
    try {
      const own = accessList([username]).filter(({ principal }) => principal === username);
      await bus.ensureTopics(topicsOf(own), 1);
      return true;
    } catch {
      return false;
    } finally {
      await bus.close();
    }
  }

  whereKafkaCanRun('the files that hold the password of the administrator are for their owner only', async () => {
    for (const file of ['server.properties', 'admin-password']) expect((await stat(join(dataDir, file))).mode & 0o777).toBe(0o600);
    await expect(stat(join(dataDir, 'format.args'))).rejects.toThrow('ENOENT');
  });

  whereKafkaCanRun('services get theirs from the list of departments, also one that joins the list later', async () => {
    const broker = await start();
    const connection = { brokers: broker.brokers, credential: broker.admin };
    await provisionKafka({ connection, departments: ['taxation'], passwords, partitions: 1 });
    expect(await isLetIn(broker.brokers, 'taxation', 'two')).toBe(true);
    expect(await isLetIn(broker.brokers, 'taxation', 'three')).toBe(false);
    expect(await isLetIn(broker.brokers, 'housing-fund', 'three')).toBe(false);
    await provisionKafka({ connection, departments: ['taxation', 'housing-fund'], passwords, partitions: 1 });
    expect(await isLetIn(broker.brokers, 'housing-fund', 'three')).toBe(true);
    await broker.stop();
  });

  whereKafkaCanRun('data of a broker that asked for none get them, and keep what they hold', async () => {
    const earlier = await mkdtemp(join(tmpdir(), 'local-kafka-open-'));
    const open = await startKafka({ dataDir: earlier, shortLived: true, open: true });
    const bus = kafkaBus({ brokers: open.brokers, clientId: 'earlier', log: silent });
    await bus.ensureTopics(topicsOf(rights), 1);
    const before = await bus.identity();
    await bus.close();
    await open.stop();
    const said: string[] = [];
    const guarded = await startKafka({ dataDir: earlier, shortLived: true, log: (line) => said.push(line) });
    expect(said).toEqual(['the data of Kafka are of a time without credentials; giving them an administrator, once']);
    expect(await isLetIn(guarded.brokers, 'taxation', 'two')).toBe(false);
    const connection = { brokers: guarded.brokers, credential: guarded.admin };
    await provisionKafka({ connection, departments: ['taxation'], passwords, partitions: 1 });
    expect(await isLetIn(guarded.brokers, 'taxation', 'two')).toBe(true);
    const now = kafkaBus({ ...connection, clientId: 'now', log: silent });
    expect(await now.identity()).toBe(before);
    await now.close();
    await guarded.stop();
    await rm(earlier, { recursive: true, force: true });
  });
});
