import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isAlive } from '../process-list.ts';
import { kafkaAvailable } from './available.ts';
import { startKafka } from './start-kafka.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'local-kafka-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const required = process.env.HENGTONG_REQUIRE_KAFKA === '1' || (await kafkaAvailable()).ok;
const whereKafkaCanRun = required ? test : test.skip;

const identity = () => readFile(join(dataDir, 'log', 'meta.properties'), 'utf8');

whereKafkaCanRun('a broker that was stopped comes back as the same cluster', async () => {
  const first = await startKafka({ dataDir });
  const formatted = await identity();
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);
  const second = await startKafka({ dataDir });
  expect(await identity()).toBe(formatted);
  await second.stop();
});

whereKafkaCanRun('a broker that was killed comes back', async () => {
  const killed = await startKafka({ dataDir });
  killed.kill('SIGKILL');
  expect(await killed.ended).toBe('signal SIGKILL');
  const next = await startKafka({ dataDir });
  await next.stop();
});

whereKafkaCanRun('a broker that still runs on the data is stopped first, and said so', async () => {
  const forgotten = await startKafka({ dataDir });
  const said: string[] = [];
  const next = await startKafka({ dataDir, log: (line) => said.push(line) });
  expect(said).toEqual([`Kafka still runs from an earlier start (process ${forgotten.pid}); stopping it`]);
  await next.stop();
});
