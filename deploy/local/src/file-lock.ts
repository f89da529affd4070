import { readFile, rm, writeFile } from 'node:fs/promises';
import { isAlive } from './process-list.ts';
import { waitUntil } from './wait-until.ts';

/**
 * Runs `work` while this process alone holds the lock file. A lock whose holder has died is taken over.
 * @throws when another process holds it for longer than `timeoutMs` milliseconds.
 */
export async function withFileLock<T>(file: string, timeoutMs: number, work: () => Promise<T>): Promise<T> {
  const taken = await waitUntil(() => take(file), timeoutMs);
  if (!taken) throw new Error(`Another process holds ${file}. If none is at work, delete that file.`);
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function take(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const holder = Number(await readFile(file, 'utf8').catch(() => ''));
    if (holder > 0 && !isAlive(holder)) await rm(file, { force: true });
    return false;
  }
}
