import { spawn, type ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';

/** How to end a process: these signals one after another, each once the process has outlived the one before by `graceMs` milliseconds. */
export interface Ending {
  signals: NodeJS.Signals[];
  graceMs: number;
}

let guard: ChildProcess | undefined;

/** Has the process ended when this one dies in whatever way, `kill -9` included. One guard process serves all; see guard.mjs. */
export function watchOver(pid: number, ending: Ending): void {
  guard ??= startGuard();
  tell({ pid, ...ending });
}

/** Takes the process off the guard's list: it has ended, and its number may soon be another's. */
export function watchNoMore(pid: number): void {
  tell({ pid, gone: true });
}

function tell(message: object): void {
  guard?.stdin?.write(`${JSON.stringify(message)}\n`);
}

function startGuard(): ChildProcess {
  const script = fileURLToPath(new URL('../guard.mjs', import.meta.url));
  // A session of its own: Ctrl-C in the terminal reaches the launcher, which stops things in order; the guard must outlive that.
  const child = spawn(process.execPath, ['--max-semi-space-size=1', script], { stdio: ['pipe', 'ignore', 'inherit'], detached: true });
  child.once('exit', () => (guard = undefined));
  // A guard that was killed takes its pipe with it. What it watched over still ends with a regular stop.
  child.stdin.on('error', () => undefined);
  child.unref();
  if (child.stdin instanceof Socket) child.stdin.unref();
  return child;
}
