import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removePostgres } from '@hengtong/local';

const prefix = 'hengtong-test-';

/**
 * A new folder for the servers of this test run, which any user may walk into (PostgreSQL runs as another user when this is root).
 * Folders of runs that were killed go first: the process number in their name says whether their run is still at work.
 */
export async function scratchFolder(): Promise<string> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(prefix));
  await Promise.all(names.filter((name) => !isAlive(Number(name.split('-')[2]))).map((name) => removeScratchFolder(join(tmpdir(), name))));
  const folder = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  await chmod(folder, 0o755);
  return folder;
}

/** Deletes the folder and what the servers in it kept elsewhere. */
export async function removeScratchFolder(folder: string): Promise<void> {
  await removePostgres(join(folder, 'postgres'));
  await rm(folder, { recursive: true, force: true });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
