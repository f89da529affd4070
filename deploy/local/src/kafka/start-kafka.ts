import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { KafkaCredential } from '@hengtong/messaging';
import { freePort } from '../ports/free-port.ts';
import { writePrivateFile } from '../private-file.ts';
import { commandLine, endProcess, isAlive } from '../process-list.ts';
import { startServerProcess } from '../server-process.ts';
import { keepAdmin, knownAdmin, newAdmin } from './admin-credential.ts';
import { kafkaAvailable } from './available.ts';
import { formatStorage, isFormatted } from './format-storage.ts';
import { kafkaJars } from './jars.ts';
import { addAdmin, untilAlive } from './living.ts';
import { brokerProperties } from './properties.ts';

const logging = fileURLToPath(new URL('../../kafka/log4j2.properties', import.meta.url));

/**
 * `dataDir` is the broker's own folder; the ports default to free ones; `logFile` to `<dataDir>/kafka.log`; `log` hears what is done.
 * `shortLived` (default false): a broker of a test run, which never earns back what the optimizing compiler costs. `open` (default false):
 * one that asks nobody who he is, for tests of what is not about that.
 */
export interface KafkaOptions {
  dataDir: string;
  port?: number;
  controllerPort?: number;
  logFile?: string;
  log?: (line: string) => void;
  shortLived?: boolean;
  open?: boolean;
}

/** A running broker. `brokers` is what a client takes as its bootstrap list; `admin` who may do everything, unless it is an open one. */
export interface LocalKafka {
  brokers: string[];
  admin?: KafkaCredential;
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
 * broker answers. It ends with this process, however that ends. Data of a start that was open get their administrator first.
 * @throws when Java or Maven is missing, or with the end of the broker's log when it does not come up.
 */
export async function startKafka(options: KafkaOptions): Promise<LocalKafka> {
  const { log = () => undefined, shortLived = false, open = false } = options;
  const dataDir = resolve(options.dataDir);
  const logFile = options.logFile ?? join(dataDir, 'kafka.log');
  const available = await kafkaAvailable();
  if (!available.ok) throw new Error(`A Kafka broker cannot be started here: missing ${available.missing}.`);
  const jars = await kafkaJars(log);
  await mkdir(dataDir, { recursive: true });
  await endStaleBroker(dataDir, log);

  const port = options.port ?? (await freePort());
  const logDir = join(dataDir, 'log');
  const admin = open ? undefined : await adminOf(dataDir, logDir, { ...options, port });
  const place = { port, controllerPort: options.controllerPort ?? (await freePort()), logDir, admin };
  const properties = join(dataDir, 'server.properties');
  // It holds the administrator's password.
  await writePrivateFile(properties, brokerProperties(place));
  const onClassPath = [`-Dlog4j2.configurationFile=${logging}`, '-cp', join(jars, '*')];
  if (!(await isFormatted(logDir))) await formatStorage({ dataDir, properties, admin, javaArgs: [...quickStart, ...onClassPath] });

  const logStart = (await stat(logFile).catch(() => undefined))?.size ?? 0;
  const args = ['-Xmx512m', ...(shortLived ? quickStart : []), ...onClassPath, 'kafka.Kafka', properties];
  const broker = await startServerProcess({ command: 'java', args, logFile, ending });
  await writeFile(join(dataDir, 'pid'), String(broker.pid));
  const connection = { brokers: [`127.0.0.1:${port}`], credential: admin };
  await untilAlive({ broker, logFile, logStart, connection });
  const { pid, ended, stop, kill } = broker;
  return { brokers: connection.brokers, ...(admin && { admin }), pid, ended, stop, kill };
}

/**
 * The administrator of this folder: the one that it was prepared with, or a new one for a new folder. A folder that was prepared before
 * brokers asked for credentials is started once as it was, on this machine only, and given one.
 */
async function adminOf(dataDir: string, logDir: string, options: KafkaOptions): Promise<KafkaCredential> {
  const known = await knownAdmin(dataDir);
  if (known) return known;
  const admin = newAdmin();
  if (await isFormatted(logDir)) {
    options.log?.('the data of Kafka are of a time without credentials; giving them an administrator, once');
    const asItWas = await startKafka({ ...options, open: true });
    try {
      await addAdmin(asItWas, admin);
    } finally {
      await asItWas.stop();
    }
  }
  await keepAdmin(dataDir, admin);
  return admin;
}

async function endStaleBroker(dataDir: string, log: (line: string) => void): Promise<void> {
  const pid = Number(await readFile(join(dataDir, 'pid'), 'utf8').catch(() => ''));
  if (!(pid > 0) || !isAlive(pid)) return;
  if (!(await commandLine(pid))?.includes(dataDir)) return;
  log(`Kafka still runs from an earlier start (process ${pid}); stopping it`);
  await endProcess(pid, ending.signals, ending.graceMs);
}
