import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writePrivateFile } from '../private-file.ts';

/** Passwords by name: of database roles, and of services at the broker. */
const Secrets = z.looseObject({ roles: z.record(z.string(), z.string()).default({}), kafka: z.record(z.string(), z.string()).default({}) });

/**
 * The passwords of these names, from `<dataDir>/secrets.json` (readable by its owner only): `roles` of the database, or `kafka` users. A
 * name without one gets a new one, and the file is written whole or not at all. One call at a time.
 */
export async function passwordsOf(dataDir: string, kind: 'roles' | 'kafka', names: readonly string[]): Promise<Record<string, string>> {
  const file = join(dataDir, 'secrets.json');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  const secrets = Secrets.parse(text === undefined ? {} : JSON.parse(text));
  const missing = names.filter((name) => secrets[kind][name] === undefined);
  if (missing.length === 0) return secrets[kind];
  const all = { ...secrets[kind], ...Object.fromEntries(missing.map((name) => [name, randomBytes(24).toString('base64url')])) };
  await writePrivateFile(file, `${JSON.stringify({ ...secrets, [kind]: all }, null, 2)}\n`);
  return all;
}
