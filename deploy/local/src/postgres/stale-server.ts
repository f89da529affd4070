import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { commandLine, endProcess, isAlive } from '../process-list.ts';

/**
 * Clears the way for a new server on this cluster. What a killed launcher left running is stopped, fast and then at once. A
 * postmaster.pid whose number now belongs to another program is removed; one whose number is free PostgreSQL takes over by itself.
 */
export async function clearStaleServer(cluster: string, log: (line: string) => void): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  if (!(pid > 0) || !isAlive(pid)) return;
  const command = await commandLine(pid);
  if (command !== undefined && !command.includes(cluster)) return rm(file, { force: true });
  log(`PostgreSQL still runs from an earlier start (process ${pid}); stopping it`);
  await endProcess(pid, ['SIGINT', 'SIGQUIT', 'SIGKILL'], 10_000);
}
