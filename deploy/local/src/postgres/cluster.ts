import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './account.ts';

const run = promisify(execFile);

/** A database cluster on disk and the password of its superuser `postgres`. */
export interface Cluster {
  folder: string;
  password: string;
}

/** The cluster in `folder`, made by `initdb` when there is none. A half-made one, from an `initdb` that was killed, is made again. */
export async function ensureCluster(folder: string, initdb: string, account: Account | undefined): Promise<Cluster> {
  const cluster = join(folder, 'cluster');
  const passwordFile = join(folder, 'password');
  if (!(await stat(cluster).catch(() => undefined))) await makeCluster(cluster, passwordFile, initdb, account);
  return { folder: cluster, password: (await readFile(passwordFile, 'utf8')).trim() };
}

async function makeCluster(cluster: string, passwordFile: string, initdb: string, account: Account | undefined): Promise<void> {
  const half = `${cluster}.new`;
  await rm(half, { recursive: true, force: true });
  await rm(passwordFile, { force: true });
  await writeFile(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (account !== undefined) await chown(passwordFile, account.uid, account.gid);
  // The builtin locale sorts alike on every machine, whatever locales that machine has.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const args = [`--pgdata=${half}`, '--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, ...locale];
  await run(initdb, args, { cwd: '/', ...(account && { uid: account.uid, gid: account.gid }) });
  await rename(half, cluster);
}
