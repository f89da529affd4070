import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commandLine, isAlive } from '../process-list.ts';

/**
 * Takes a data folder for this process: two systems on one would stop each other's servers. The file holds process number and command
 * line, so that a number which another program has got since then is not mistaken for a system at work.
 * @returns what gives the folder free again. @throws when a system is at work on it.
 */
export async function lockDataFolder(dataDir: string): Promise<() => Promise<void>> {
  await mkdir(dataDir, { recursive: true });
  const file = join(dataDir, 'lock');
  const [holder = '', command = ''] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const pid = Number(holder);
  if (pid > 0 && pid !== process.pid && isAlive(pid) && ((await commandLine(pid)) ?? '') === command) {
    throw new Error(
      `Hengtong already runs on ${dataDir} (process ${pid}). Stop it, or choose another folder with --data, and other ports with --port-base.`,
    );
  }
  await writeFile(file, `${process.pid}\n${(await commandLine(process.pid)) ?? ''}`);
  return () => rm(file, { force: true });
}
