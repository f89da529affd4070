import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Seed } from './seed.ts';

const Secrets = z.object({ clients: z.record(z.string(), z.string().min(1)), people: z.record(z.string(), z.string().min(1)) });

/** Secret by client, password by person. */
export type Secrets = z.infer<typeof Secrets>;

/**
 * The secrets of all whom the seed names, from a file that only its owner can read. Whoever has none there gets one: 256 bits for
 * software, 96 bits for a person, who has to type it. The file is written whole or not at all. @throws when it holds something else.
 */
export async function secretsFor(seed: Seed, file: string): Promise<Secrets> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  const known: Secrets = text === undefined ? { clients: {}, people: {} } : Secrets.parse(JSON.parse(text));
  const all = { clients: completed(known.clients, seed.clients, 32), people: completed(known.people, seed.people, 12) };
  if (JSON.stringify(all) === JSON.stringify(known)) return known;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return all;
}

function completed(known: Record<string, string>, wanted: ReadonlyMap<string, unknown>, bytes: number): Record<string, string> {
  const missing = [...wanted.keys()].filter((id) => known[id] === undefined);
  return { ...known, ...Object.fromEntries(missing.map((id) => [id, randomBytes(bytes).toString('base64url')])) };
}
