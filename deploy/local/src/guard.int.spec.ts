import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from '@jest/globals';
import { isAlive } from './process-list.ts';
import { waitUntil } from './wait-until.ts';

const library = new URL('./server-process.ts', import.meta.url).href;

/** A launcher in a process of its own that starts `child` (JavaScript) and prints its number once it says that it listens. */
async function launcherOf(child: string, signals: NodeJS.Signals[]): Promise<{ launcher: number; child: number; logFile: string }> {
  const logFile = join(await mkdtemp(join(tmpdir(), 'guard-')), 'child.log');
  const server = { command: process.execPath, args: ['-e', child], logFile, ending: { signals, graceMs: 300 } };
  const script = `
    import { startServerProcess } from '${library}';
    console.log((await startServerProcess(${JSON.stringify(server)})).pid);
    setInterval(() => {}, 1000);`;
  const launcher = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface({ input: launcher.stdout }), 'line')) as [string];
  expect(await waitUntil(async () => (await readFile(logFile, 'utf8')).includes('ready'), 10_000)).toBe(true);
  return { launcher: launcher.pid ?? 0, child: Number(line), logFile };
}

test('kill -9 of the launcher ends its child with the signal that the child is to get', async () => {
  const obedient = `process.on('SIGINT', () => { console.log('asked to end'); process.exit(); }); console.log('ready'); setInterval(() => {}, 1000)`;
  const started = await launcherOf(obedient, ['SIGINT', 'SIGKILL']);
  process.kill(started.launcher, 'SIGKILL');
  expect(await waitUntil(() => !isAlive(started.child), 10_000)).toBe(true);
  expect(await readFile(started.logFile, 'utf8')).toContain('asked to end');
});

test('a child that does not listen to the first signal gets the next one', async () => {
  const stubborn = `process.on('SIGTERM', () => undefined); console.log('ready'); setInterval(() => {}, 1000)`;
  const started = await launcherOf(stubborn, ['SIGTERM', 'SIGKILL']);
  process.kill(started.launcher, 'SIGKILL');
  expect(await waitUntil(() => !isAlive(started.child), 10_000)).toBe(true);
});
