import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { KafkaCredential } from '@hengtong/messaging';

const run = promisify(execFile);

/** Whether a broker's log folder has been prepared before. */
export async function isFormatted(logDir: string): Promise<boolean> {
  return (await stat(join(logDir, 'meta.properties')).catch(() => undefined)) !== undefined;
}

/** A folder to prepare: the broker's own, its settings, its administrator if it asks for credentials, and how Java finds Kafka. */
export interface Unformatted {
  readonly dataDir: string;
  readonly properties: string;
  readonly admin: KafkaCredential | undefined;
  readonly javaArgs: readonly string[];
}

/** Prepares a broker's log folder for KRaft, with its administrator in it; the cluster id stays what it was first. */
export async function formatStorage({ dataDir, properties, admin, javaArgs }: Unformatted): Promise<void> {
  const scram = admin ? ['--add-scram', `SCRAM-SHA-512=[name=${admin.username},password=${admin.password}]`] : [];
  const args = ['kafka.tools.StorageTool', 'format', '-t', await clusterId(dataDir), '-c', properties, ...scram];
  // Java reads the program's arguments from a file: on a command line every user of this machine could see the password.
  const file = join(dataDir, 'format.args');
  await writeFile(file, args.map((arg) => `"${arg.replaceAll('\\', '\\\\')}"\n`).join(''), { mode: 0o600 });
  try {
    await run('java', [...javaArgs, `@${file}`]);
  } finally {
    await rm(file, { force: true });
  }
}

/** 16 random bytes in base64url, as Kafka's own Uuid is written; never with a leading dash, which the tool would take for an option. */
async function clusterId(dataDir: string): Promise<string> {
  const file = join(dataDir, 'cluster-id');
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known !== undefined) return known;
  const bytes = randomBytes(16);
  bytes.writeUInt8(bytes.readUInt8(0) & 0x7f, 0);
  await writeFile(file, bytes.toString('base64url'));
  return bytes.toString('base64url');
}
