import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Prepares a broker's log folder for KRaft, unless that was done before; the cluster id stays what it was first. */
export async function formatStorage(dataDir: string, logDir: string, javaArgs: readonly string[], properties: string): Promise<void> {
  if (await stat(join(logDir, 'meta.properties')).catch(() => undefined)) return;
  await run('java', [...javaArgs, 'kafka.tools.StorageTool', 'format', '-t', await clusterId(dataDir), '-c', properties]);
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
