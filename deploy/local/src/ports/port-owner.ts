import { readdir, readFile, readlink } from 'node:fs/promises';
import { commandLine } from '../process-list.ts';

/** A process that listens on a port, as far as the system tells. */
export interface PortOwner {
  pid: number;
  command: string;
}

/** Who listens on a TCP port of this machine. Linux tells, through /proc; undefined elsewhere, and where the owner is another user's. */
export async function portOwner(port: number): Promise<PortOwner | undefined> {
  const tables = await Promise.all(['/proc/net/tcp', '/proc/net/tcp6'].map((file) => readFile(file, 'utf8').catch(() => '')));
  const inode = tables.map((table) => listeningInode(table, port)).find((found) => found !== undefined);
  if (inode === undefined) return undefined;
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    if (await holdsSocket(pid, inode)) return { pid: Number(pid), command: (await commandLine(Number(pid))) ?? 'unknown' };
  }
  return undefined;
}

/** The inode of the socket that listens (state 0A) on the port, in the text of /proc/net/tcp. */
export function listeningInode(table: string, port: number): string | undefined {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const rows = table.split('\n').map((line) => line.trim().split(/\s+/));
  return rows.find(([, local, , state]) => state === '0A' && local?.endsWith(suffix))?.[9];
}

async function holdsSocket(pid: string, inode: string): Promise<boolean> {
  const folder = `/proc/${pid}/fd`;
  const descriptors = await readdir(folder).catch(() => []);
  const targets = await Promise.all(descriptors.map((descriptor) => readlink(`${folder}/${descriptor}`).catch(() => '')));
  return targets.includes(`socket:[${inode}]`);
}
