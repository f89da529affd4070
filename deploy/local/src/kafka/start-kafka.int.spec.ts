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

whereKafkaCanRun(
  'a broker stops, is killed, and comes back as the same cluster',
  async () => {
    const identity = () => readFile(join(dataDir, 'log', 'meta.properties'), 'utf8');
    const first = await startKafka({ dataDir });
    const formatted = await identity();
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);

    const second = await startKafka({ dataDir });
    second.kill('SIGKILL');
    expect(await second.ended).toBe('signal SIGKILL');

    const third = await startKafka({ dataDir });
    expect(await identity()).toBe(formatted);
    const said: string[] = [];
    const fourth = await startKafka({ dataDir, log: (line) => said.push(line) });
    expect(said).toEqual([`Kafka still runs from an earlier start (process ${third.pid}); stopping it`]);
    await fourth.stop();
  },
  120_000,
);
