import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { freePort, HEAP_LIMITS } from '@hengtong/local';

const MAIN = join(import.meta.dirname, '../../../services/event-hub/dist/main.js');

/** Milliseconds in which it must be ready, and between two questions whether it is. */
const [READY_WITHIN, LOOK] = [60_000, 50];

/** The event hub as a process of its own, which may end and be started again at the same address. */
export type HubProcess = {
  name: 'event-hub';
  /** Of its latest run. */
  readonly pid: number;
  url: string;
  /** Starts it without waiting until it is ready. */
  start: () => void;
  /** Resolves when it is ready. @throws when it ends before, or takes longer than a minute. */
  ready: () => Promise<void>;
  /** Ends it by a signal; resolves when it has ended. */
  end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
};

/** A hub that is not started yet. `env` is what it is told besides where it listens; `nodeArgs` are Node's own options. */
export async function hubProcess(env: Record<string, string>, nodeArgs: readonly string[]): Promise<HubProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const isReady = async () => (await fetch(`${url}/health/ready`)).ok;
  return {
    name: 'event-hub',
    get pid() {
      return child?.pid ?? NaN;
    },
    url,
    start: () => {
      child = spawn(process.execPath, [...HEAP_LIMITS, '--disable-warning=TimeoutNegativeWarning', ...nodeArgs, MAIN], {
        env: { ...process.env, ...env, PORT: String(port), STOP_WITH_PARENT: 'true' },
        stdio: ['pipe', 'inherit', 'inherit'],
      });
    },
    ready: async () => {
      const begun = performance.now();
      while (!(await isReady().catch(() => false))) {
        if (child?.exitCode !== null) throw new Error(`The event hub ended with ${child?.exitCode} before it was ready`);
        if (performance.now() - begun > READY_WITHIN) throw new Error('The event hub was not ready within a minute');
        await setTimeout(LOOK);
      }
    },
    end: async (signal) => {
      if (child?.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    },
  };
}
