import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../ports/free-port.ts';
import { commandLine, endProcess, isAlive } from '../process-list.ts';
import { logTail, startServerProcess } from '../server-process.ts';
import { waitUntil } from '../wait-until.ts';
import { kafkaAvailable } from './available.ts';
import { brokerAnswers } from './broker-answers.ts';
import { formatStorage } from './format-storage.ts';
import { kafkaJars } from './jars.ts';
import { brokerProperties } from './properties.ts';

const logging = fileURLToPath(new URL('../../kafka/log4j2.properties', import.meta.url));

/**
 * `dataDir` is the broker's own folder; the ports default to free ones; `logFile` to `<dataDir>/kafka.log`; `log` hears what is done.
 * `shortLived` (default false): a broker of a test run, which never earns back what the optimizing compiler costs.
 */
export interface KafkaOptions {
  dataDir: string;
  port?: number;
  controllerPort?: number;
  logFile?: string;
  log?: (line: string) => void;
  shortLived?: boolean;
}

/** A running broker. `brokers` is what a client takes as its bootstrap list. */
export interface LocalKafka {
  brokers: string[];
  pid: number;
  /** Resolves with how it ended, when it ends. */
  ended: Promise<string>;
  stop: () => Promise<void>;
  kill: (signal: NodeJS.Signals) => void;
}

/** Compile quickly rather than well: halves the work of a start (3.3 s of processor time in place of 6.3), slows what comes after. */
const quickStart = ['-XX:TieredStopAtLevel=1'];

// A broker with nothing to do ends within a second; one on a busy machine has been seen to take nine.
const ending = { signals: ['SIGTERM', 'SIGKILL'] satisfies NodeJS.Signals[], graceMs: 15_000 };

/**
 * Starts a real Apache Kafka in KRaft mode, one node, on 127.0.0.1, with the data of the start before; resolves when the
 * broker answers. It ends with this process, however that ends.
 * @throws when Java or Maven is missing, or with the end of the broker's log when it does not come up.
 */
export async function startKafka(options: KafkaOptions): Promise<LocalKafka> {
  const { log = () => undefined, shortLived = false } = options;
  const dataDir = resolve(options.dataDir);
  const logFile = options.logFile ?? join(dataDir, 'kafka.log');
  const available = await kafkaAvailable();
  if (!available.ok) throw new Error(`A Kafka broker cannot be started here: missing ${available.missing}.`);
  const jars = await kafkaJars(log);
  await mkdir(dataDir, { recursive: true });
  await endStaleBroker(dataDir, log);

  const port = options.port ?? (await freePort());
  const place = { port, controllerPort: options.controllerPort ?? (await freePort()), logDir: join(dataDir, 'log') };
  const properties = join(dataDir, 'server.properties');
  await writeFile(properties, brokerProperties(place));
  const onClassPath = [`-Dlog4j2.configurationFile=${logging}`, '-cp', join(jars, '*')];
  await formatStorage(dataDir, place.logDir, [...quickStart, ...onClassPath], properties);

  const logStart = (await stat(logFile).catch(() => undefined))?.size ?? 0;
  const args = ['-Xmx512m', ...(shortLived ? quickStart : []), ...onClassPath, 'kafka.Kafka', properties];
  const broker = await startServerProcess({ command: 'java', args, logFile, ending });
  await writeFile(join(dataDir, 'pid'), String(broker.pid));
  const brokers = [`127.0.0.1:${port}`];
  const throwIfEnded = async () => {
    const how = broker.hasEnded();
    if (how !== undefined) throw new Error(`Kafka did not start (${how}):\n${await logTail(logFile, logStart)}`);
  };
  if (await waitUntil(() => brokerAnswers(port), 120_000, throwIfEnded)) {
    return { brokers, pid: broker.pid, ended: broker.ended, stop: broker.stop, kill: broker.kill };
  }
  await broker.stop();
  throw new Error(`Kafka did not answer within 120 s:\n${await logTail(logFile, logStart)}`);
}

async function endStaleBroker(dataDir: string, log: (line: string) => void): Promise<void> {
  const pid = Number(await readFile(join(dataDir, 'pid'), 'utf8').catch(() => ''));
  if (!(pid > 0) || !isAlive(pid)) return;
  if (!(await commandLine(pid))?.includes(dataDir)) return;
  log(`Kafka still runs from an earlier start (process ${pid}); stopping it`);
  await endProcess(pid, ending.signals, ending.graceMs);
}
