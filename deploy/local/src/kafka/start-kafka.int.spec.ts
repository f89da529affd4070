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
