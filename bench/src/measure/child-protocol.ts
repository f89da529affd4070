import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

import type { Load, Measured } from './closed-loop.ts';

/** What a measured process can be asked for. Only the one that drives the load can `run`; `ask` is what a process has of its own. */
export type Served = { stop: () => Promise<void>; run?: (load: Load) => Promise<Measured>; ask?: (question: unknown) => Promise<unknown> };

type Request = { run: Load } | { ask: unknown } | { stop: true };
type Answer = { ready: true } | { measured: Measured } | { answered: unknown } | { stopped: true };

/** A measured process as its parent sees it. One thing is asked at a time. */
export type Child = {
  name: string;
  pid: number;
  run: (load: Load) => Promise<Measured>;
  ask: (question: object) => Promise<unknown>;
  stop: () => Promise<void>;
};

/**
 * The child's side: starts with the options in its first argument, then does what its parent asks. Ends when the
 * parent's channel closes, however the parent ended, so that no process is left behind.
 */
export async function serve<Options>(start: (options: Options) => Promise<Served>): Promise<void> {
  process.once('disconnect', () => process.exit());
  const served = await start(JSON.parse(process.argv[2] ?? '{}') as Options);
  process.on('message', (request: Request) => void obey(served, request).then(answer));
  answer({ ready: true });
}

async function obey({ run, ask, stop }: Served, request: Request): Promise<Answer> {
  if ('ask' in request) return { answered: (await ask?.(request.ask)) ?? null };
  if ('run' in request) {
    if (!run) throw new Error('This process does not drive the load');
    return { measured: await run(request.run) };
  }
  await stop();
  return { stopped: true };
}

function answer(message: Answer): void {
  process.send?.(message, undefined, undefined, () => {
    if ('stopped' in message) process.disconnect();
  });
}

/**
 * The parent's side: starts a process from a file and waits until it is ready. Rejects with its name when it ends
 * before it has answered. `execArgv` are Node's own options, such as `--cpu-prof`.
 */
export async function startChild(name: string, file: string, options: object, execArgv: string[] = []): Promise<Child> {
  // kafkajs 2.2.4 sets timers in the past, which newer Nodes complain about on each start; they run at once, as meant.
  const nodeOptions = ['--disable-warning=TimeoutNegativeWarning', ...execArgv];
  const child = fork(file, [JSON.stringify(options)], { execArgv: nodeOptions, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const asked = async (request?: Request): Promise<Answer> => {
    const answer = nextAnswer(name, child);
    if (request) child.send(request);
    return answer;
  };
  await asked();
  return {
    name,
    pid: child.pid ?? NaN,
    run: async (load) => {
      const answer = await asked({ run: load });
      if (!('measured' in answer)) throw new Error(`${name} answered ${JSON.stringify(answer)} instead of figures`);
      return answer.measured;
    },
    ask: async (question) => {
      const answer = await asked({ ask: question });
      if (!('answered' in answer)) throw new Error(`${name} gave ${JSON.stringify(answer)} for an answer`);
      return answer.answered;
    },
    stop: async () => {
      const ended = once(child, 'exit');
      if (child.connected) child.send({ stop: true } satisfies Request);
      await ended;
    },
  };
}

function nextAnswer(name: string, child: ChildProcess): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`${name} ended with ${code} before it answered`));
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.off('exit', onExit);
      resolve(message as Answer);
    });
  });
}
