import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { kafkaBus } from '@hengtong/messaging';
import { freePort } from '../ports/free-port.ts';
import { startServerProcess, type ServerProcess } from '../server-process.ts';
import { kafkaAvailable } from './available.ts';
import { kafkaJars } from './jars.ts';
import { untilAlive } from './living.ts';
import { brokerProperties } from './properties.ts';

/** What a container runs as the broker, run here: the same script and settings, with the programs of Kafka's jars in the place of the image's. */
const run = promisify(execFile);
const compose = fileURLToPath(new URL('../../../compose/', import.meta.url));
const whereKafkaCanRun = process.env.HENGTONG_REQUIRE_KAFKA === '1' || (await kafkaAvailable()).ok ? test : test.skip;
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const ending = { signals: ['SIGTERM', 'SIGKILL'] satisfies NodeJS.Signals[], graceMs: 15_000 };
const admin = { username: 'admin', password: 'of-the-administrator' };

/** In the place of kafka-configs.sh, whose class is not among the jars that a broker needs: does what it is documented to do. */
const configs = `
import { addAdmin } from '${new URL('../../dist/kafka/living.js', import.meta.url).href}';
const asked = /^--bootstrap-server (\\S+) --alter --entity-type users --entity-name (\\S+) --add-config SCRAM-SHA-512=\\[password=(\\S+)\\]$/;
const [, broker, username, password] = asked.exec(process.argv.slice(2).join(' '));
await addAdmin({ brokers: [broker] }, { username, password });
`;

let folder: string;
let brokers: string[];
const running: ServerProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compose-kafka-'));
  const java = `java -Xmx512m -XX:TieredStopAtLevel=1 -cp '${await kafkaJars(() => undefined)}/*'`;
  await mkdir(join(folder, 'bin'));
  const programs = {
    storage: `${java} kafka.tools.StorageTool`,
    'server-start': `${java} kafka.Kafka`,
    configs: `'${process.execPath}' '${join(folder, 'configs.mjs')}'`,
  };
  await writeFile(join(folder, 'configs.mjs'), configs);
  for (const [name, program] of Object.entries(programs)) {
    const file = join(folder, 'bin', `kafka-${name}.sh`);
    await writeFile(file, `#!/bin/sh\nexec ${program} "$@"\n`);
    await chmod(file, 0o755);
  }
  const [port, controllerPort] = [await freePort(), await freePort()];
  brokers = [`127.0.0.1:${port}`];
  const settings = (await readFile(join(compose, 'server.properties'), 'utf8'))
    .replace('//kafka:9092', `//127.0.0.1:${port}`)
    .replaceAll('9092', String(port))
    .replaceAll('9093', String(controllerPort))
    .replace('/var/lib/kafka/data', join(folder, 'data'));
  await mkdir(join(folder, 'data'));
  await writeFile(join(folder, 'settings'), settings);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((broker) => broker.stop()));
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  const env = {
    ...process.env,
    KAFKA_HOME: folder,
    KAFKA_WORK: folder,
    CLUSTER_ID: 'aGVuZ3RvbmctY29tcG9zZQ',
    KAFKA_ADMIN_PASSWORD: admin.password,
  };
  const logFile = join(folder, 'kafka.log');
  const args = [join(compose, 'start-kafka.sh'), join(folder, 'settings')];
  const broker = await startServerProcess({ command: 'sh', args, env, logFile, ending });
  running.push(broker);
  await untilAlive({ broker, logFile, logStart: 0, connection: { brokers, credential: admin } });
}

async function setUpBus(): Promise<string> {
  const departments = join(folder, 'departments.yaml');
  await writeFile(departments, '- { name: housing-fund, title: { zh: 住房公积金管理中心, en: Housing provident fund }, port: 4106 }\n');
  const env = {
    ...process.env,
    KAFKA_BROKERS: brokers.join(','),
    KAFKA_USERNAME: admin.username,
    KAFKA_PASSWORD: admin.password,
    DEPARTMENTS_DIR: folder,
    ORCHESTRATOR_KAFKA_PASSWORD: 'one',
    EVENT_HUB_KAFKA_PASSWORD: 'three',
    HOUSING_FUND_KAFKA_PASSWORD: 'two',
  };
  const program = fileURLToPath(new URL('../../dist/set-up-bus.js', import.meta.url));
  return (await run(process.execPath, [program], { env })).stdout.trim();
}

whereKafkaCanRun('the broker of the containers starts with credentials, and is set up for the list of departments', async () => {
  await start();
  expect(await setUpBus()).toBe('the bus is set up for orchestrator, event-hub, housing-fund');
  const bus = kafkaBus({ brokers, credential: { username: 'housing-fund', password: 'two' }, clientId: 'test', log: silent });
  await bus.ensureTopics(['ht.commands.housing-fund', 'ht.replies.housing-fund', 'ht.events.housing-fund'], 1);
  await expect(
    bus.publish([{ topic: 'ht.commands.housing-fund', partition: 0, message: { key: 'k', headers: {}, value: '' } }]),
  ).rejects.toThrow('Not authorized to access topics');
  await bus.close();
});

whereKafkaCanRun('a volume of a time without credentials gets them', async () => {
  const [port, controllerPort] = [await freePort(), await freePort()];
  const open = join(folder, 'open');
  await writeFile(open, brokerProperties({ port, controllerPort, logDir: join(folder, 'data') }));
  await run(join(folder, 'bin', 'kafka-storage.sh'), ['format', '-t', 'aGVuZ3RvbmctY29tcG9zZQ', '-c', open]);
  await start();
  const bus = kafkaBus({ brokers, credential: admin, clientId: 'test', log: silent });
  expect(await bus.identity()).toBe('kafka:aGVuZ3RvbmctY29tcG9zZQ');
  await bus.close();
  expect(await readFile(join(folder, 'kafka.log'), 'utf8')).toContain('the data are of a time without credentials');
});
