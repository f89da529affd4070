import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KafkaCredential } from '@hengtong/messaging';
import { writePrivateFile } from '../private-file.ts';

/** The administrator's name: the broker itself, and whoever brings a system up. No service has it. */
const username = 'admin';

const fileOf = (dataDir: string): string => join(dataDir, 'admin-password');

/** The administrator of the broker in this folder; undefined where it has none yet. */
export async function knownAdmin(dataDir: string): Promise<KafkaCredential | undefined> {
  const password = await readFile(fileOf(dataDir), 'utf8').catch(() => undefined);
  return password === undefined ? undefined : { username, password: password.trim() };
}

/** An administrator with a password that nobody has seen. */
export const newAdmin = (): KafkaCredential => ({ username, password: randomBytes(24).toString('base64url') });

/** Keeps it beside the broker's data, for its owner's eyes only. */
export async function keepAdmin(dataDir: string, { password }: KafkaCredential): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  await writePrivateFile(fileOf(dataDir), `${password}\n`);
}
