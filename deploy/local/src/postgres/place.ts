import { createHash } from 'node:crypto';
import { access, chmod, chown, constants, mkdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Account } from './account.ts';

/** Folders that any user can walk into: `/var/lib/hengtong`, or one under the system's folder for temporary files. */
export async function sharedFolder(): Promise<string> {
  for (const folder of ['/var/lib/hengtong', join(tmpdir(), 'hengtong')]) {
    const usable = await mkdir(folder, { recursive: true, mode: 0o755 })
      .then(() => access(folder, constants.W_OK))
      .then(() => isReachable(folder))
      .catch(() => false);
    if (usable) return folder;
  }
  throw new Error(`Neither /var/lib nor ${tmpdir()} can take a folder that the PostgreSQL user can read.`);
}

/** Whether any user can walk from the root down to this folder: only then can a server under another user use it. */
export async function isReachable(folder: string): Promise<boolean> {
  for (let at = await realpath(folder); ; at = dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/**
 * The folder of one server: password file and cluster. That is `dataDir` itself, unless the server runs as another user who cannot get
 * there (a clone under /root); then one beside it that is named after `dataDir`, and the file `dataDir/location` says where it is.
 */
export async function serverFolder(dataDir: string, account: Account | undefined): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  if (account === undefined) return dataDir;
  const folder = (await recordedFolder(dataDir)) ?? ((await isReachable(dirname(dataDir))) ? dataDir : await folderElsewhere(dataDir));
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o711);
  await chown(folder, account.uid, account.gid);
  if (folder !== dataDir) await writeFile(join(dataDir, 'location'), `${folder}\n`);
  return folder;
}

/** Where the server of `dataDir` keeps its files, when that is not in `dataDir` itself. */
export async function recordedFolder(dataDir: string): Promise<string | undefined> {
  return (await readFile(join(dataDir, 'location'), 'utf8').catch(() => undefined))?.trim();
}

async function folderElsewhere(dataDir: string): Promise<string> {
  const name = createHash('sha256')
    .update(await realpath(dataDir))
    .digest('hex')
    .slice(0, 16);
  return join(await sharedFolder(), name);
}
