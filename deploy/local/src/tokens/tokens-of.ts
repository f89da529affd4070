import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { requestToken, signInByForm, type Token } from './sign-in-by-form.ts';

/** Gives a valid access token of a client or a person, by name. @throws when there is none of this name, or the issuer gives none. */
export type TokenFor = (name: string) => Promise<string>;

/** Seconds before its end from which a token is not handed out any more: a request under way must not outlive it. */
const MARGIN = 30;

const Secrets = z.object({ clients: z.record(z.string(), z.string()), people: z.record(z.string(), z.string()) });

/** The file in which the issuer keeps the secrets of clients and the passwords of people of a local system. */
export const secretsFile = (dataDir: string): string => join(dataDir, 'identity-secrets.json');

/**
 * The tokens of a local system: those of clients by client credentials, those of people by signing in, each kept until shortly before its
 * end. `dataDir` is the system's data folder.
 */
export function tokensOf({ issuerUrl, dataDir }: { issuerUrl: string; dataDir: string }): TokenFor {
  const tokens = new LRUCache<string, string>({
    max: 100,
    // Whoever asks meanwhile waits for the same answer.
    fetchMethod: async (name, _stale, { options }) => {
      const { access_token, expires_in } = await newToken(issuerUrl, dataDir, name);
      options.ttl = Math.max(1, (expires_in - MARGIN) * 1000);
      return access_token;
    },
  });
  return async (name) => (await tokens.fetch(name)) ?? '';
}

async function newToken(issuerUrl: string, dataDir: string, name: string): Promise<Token> {
  const { clients, people } = Secrets.parse(JSON.parse(await readFile(secretsFile(dataDir), 'utf8')));
  const [secret, password] = [clients[name], people[name]];
  if (password !== undefined) return signInByForm({ issuerUrl, name, password });
  if (secret === undefined) throw new Error(`Nobody is named ${name}; there are ${Object.keys({ ...clients, ...people }).join(', ')}.`);
  const authorization = `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`;
  return requestToken(issuerUrl, { grant_type: 'client_credentials' }, authorization);
}
