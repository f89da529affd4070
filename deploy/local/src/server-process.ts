import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { watchNoMore, watchOver, type Ending } from './guard.ts';

export type { Ending };

/** What to run as a server: `uid` and `gid` when it is to be another user, `logFile` for everything it prints (appended). */
export interface ServerCommand {
  command: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  uid?: number;
  gid?: number;
  logFile: string;
  ending: Ending;
}

/** A running child that ends with its parent. */
export interface ServerProcess {
  pid: number;
  /** Resolves when it has ended, with a phrase that says how: `exit code 1`, `signal SIGKILL`. */
  ended: Promise<string>;
  /** Undefined while it runs, else what `ended` resolved with. */
  hasEnded: () => string | undefined;
  kill: (signal: NodeJS.Signals) => void;
  /** Goes through the signals of its `ending` until it has ended. Safe to call twice. */
  stop: () => Promise<void>;
}

/**
 * Starts a server in a process group of its own, so that Ctrl-C in the terminal does not reach it before its stop comes, in order.
 * It writes straight to its log file: nothing that it prints passes through this process, and no pipe breaks when this one dies.
 * @throws when the command cannot be started at all.
 */
export async function startServerProcess(server: ServerCommand): Promise<ServerProcess> {
  const { command, args, env, cwd, uid, gid, logFile, ending } = server;
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'a');
  const identity = { ...(uid !== undefined && { uid }), ...(gid !== undefined && { gid }) };
  const child = spawn(command, args, {
    env: env ?? process.env,
    cwd: cwd ?? '/',
    stdio: ['ignore', log, log],
    detached: true,
    ...identity,
  });
  closeSync(log);
  await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  return supervised(child, ending);
}

function supervised(child: ChildProcess, ending: Ending): ServerProcess {
  const pid = child.pid;
  if (pid === undefined) throw new Error('The child has no process number.');
  watchOver(pid, ending);
  let how: string | undefined;
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      how = signal === null ? `exit code ${code}` : `signal ${signal}`;
      watchNoMore(pid);
      resolve(how);
    });
  });
  // A test that forgets to stop its server must still be able to end; the guard then stops the server.
  child.unref();
  const kill = (signal: NodeJS.Signals) => {
    // Its end is near, and somebody may want to wait for it.
    child.ref();
    child.kill(signal);
  };
  const stop = async () => {
    child.ref();
    for (const signal of ending.signals) {
      if (how !== undefined) return;
      kill(signal);
      const patience = new AbortController();
      await Promise.race([ended, delay(ending.graceMs, patience.signal)]);
      patience.abort();
    }
  };
  return { pid, ended, hasEnded: () => how, kill, stop };
}

function delay(ms: number, cancelled: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    cancelled.addEventListener('abort', () => clearTimeout(timer));
  });
}

/** The last lines of a log file, from `start` bytes on, to be shown when a server did not come up. Empty when there is none. */
export async function logTail(file: string, start = 0, lines = 12): Promise<string> {
  const handle = await open(file).catch(() => undefined);
  if (handle === undefined) return '';
  try {
    const { size } = await handle.stat();
    const from = Math.max(start, size - 16_384);
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(Math.max(0, size - from)), position: from });
    return buffer.subarray(0, bytesRead).toString('utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } finally {
    await handle.close();
  }
}
