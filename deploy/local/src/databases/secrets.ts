import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const Secrets = z.object({ roles: z.record(z.string(), z.string()) });

/**
 * The password of each database role, from `<dataDir>/secrets.json` (readable by its owner only). A role without one gets a new one,
 * and the file is written whole or not at all.
 */
export async function rolePasswords(dataDir: string, roles: readonly string[]): Promise<Record<string, string>> {
  const file = join(dataDir, 'secrets.json');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  const known = text === undefined ? {} : Secrets.parse(JSON.parse(text)).roles;
  const missing = roles.filter((role) => known[role] === undefined);
  if (missing.length === 0) return known;
  const all = { ...known, ...Object.fromEntries(missing.map((role) => [role, randomBytes(24).toString('base64url')])) };
  await writeFile(`${file}.new`, `${JSON.stringify({ roles: all }, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return all;
}
