import { setTimeout as pause } from 'node:timers/promises';

/** One run of a server or service, from when it was ready. */
export interface Run {
  pid: number;
  /** Resolves with how it ended, when it ends. */
  ended: Promise<string>;
  stop: () => Promise<void>;
  kill: (signal: NodeJS.Signals) => void;
}

/** Something that is kept running under one name, through as many runs as it takes. */
export interface Kept {
  readonly name: string;
  /** The process number of its latest run. */
  readonly pid: number;
  /** Ends it with this signal (default SIGKILL); resolves when it has ended. It stays down until `restart`, or comes back if `revive`. */
  kill: (signal?: NodeJS.Signals) => Promise<void>;
  /** Stops it if it runs, and starts it again; resolves when it is ready. */
  restart: () => Promise<void>;
  /** Stops it for good. */
  stop: () => Promise<void>;
}

/** What to do when it ends by itself, and who hears of it. */
export interface KeepOptions {
  /** Start it again. */
  revive: boolean;
  /** Hears that it has ended, is being started again, is back. */
  say: (line: string) => void;
  /** Called whenever a new run is up, whose process number is another one. Default nothing. */
  changed?: () => void;
  /** Milliseconds before the first try; doubled by each failure, up to 60 times as long. Default 500. */
  backoffMs?: number;
}

/** EX_CONFIG of sysexits(3): a service's word for a wrong configuration, which no further start will mend. */
const wrongConfiguration = 'exit code 78';

/** Starts something and keeps it running. `start` resolves when it is ready, and rejects when it does not come up. @throws what the first start throws. */
export async function keepRunning(name: string, start: () => Promise<Run>, options: KeepOptions): Promise<Kept> {
  const { revive, say, backoffMs = 500 } = options;
  const closing = new AbortController();
  let run = await start();
  let isUp = true;
  let restarting: Promise<void> | undefined;
  watch(run);

  return {
    name,
    get pid() {
      return run.pid;
    },
    async kill(signal = 'SIGKILL') {
      run.kill(signal);
      await run.ended;
    },
    async restart() {
      await restarting?.catch(() => undefined);
      const current = run;
      restarting = again(async () => {
        if (isUp) await current.stop();
        await begin();
      });
      await restarting;
    },
    async stop() {
      closing.abort();
      await restarting?.catch(() => undefined);
      await run.stop();
    },
  };

  async function begin(): Promise<void> {
    run = await start();
    isUp = true;
    watch(run);
    options.changed?.();
  }

  /** Notices the end of one run. An end in the course of a stop or a restart is expected. */
  function watch(watched: Run): void {
    void watched.ended.then((how) => {
      isUp = false;
      if (closing.signal.aborted || restarting !== undefined) return;
      if (!revive || how === wrongConfiguration) return say(`${name} has ended (${how})`);
      say(`${name} has ended (${how}); starting it again`);
      restarting = again(reviveIt);
    });
  }

  async function reviveIt(): Promise<void> {
    const since = Date.now();
    for (let wait = backoffMs; !closing.signal.aborted; wait = Math.min(wait * 2, backoffMs * 60)) {
      await pause(wait, undefined, { signal: closing.signal }).catch(() => undefined);
      if (closing.signal.aborted) return;
      try {
        await begin();
        return say(`${name} is back (process ${run.pid}), ${((Date.now() - since) / 1000).toFixed(1)} s after its end`);
      } catch (error) {
        say(`${name} did not come back; trying again: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }

  function again(work: () => Promise<void>): Promise<void> {
    return work().finally(() => (restarting = undefined));
  }
}
