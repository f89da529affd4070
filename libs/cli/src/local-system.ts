import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What a command must know of the system that `npm start` runs. */
export interface LocalSystem {
  readonly issuer: string;
  readonly eventHub: string;
  /** Secrets by client. */
  readonly clients: Readonly<Record<string, string>>;
  /** The file in which people's passwords stand. */
  readonly peopleFile: string;
}

const Local = z.object({ issuer: z.url(), eventHub: z.url() });
const Secrets = z.object({ clients: z.record(z.string(), z.string()) });

/** Finds the system that keeps its data in a folder. @throws with what to do when none runs there. */
export async function localSystem(folder: string): Promise<LocalSystem> {
  const peopleFile = join(folder, 'identity-secrets.json');
  const { issuer, eventHub } = Local.parse(await read(join(folder, 'local.json'), `Nothing runs in ${folder}: run "npm start" first.`));
  const { clients } = Secrets.parse(await read(peopleFile, `${peopleFile} cannot be read: run this as who has started the system.`));
  return { issuer, eventHub, clients, peopleFile };
}

async function read(file: string, otherwise: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Error(otherwise, { cause });
  });
  return JSON.parse(text);
}
