import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { waitUntil } from '../wait-until.ts';
import { secretsFile, tokensOf } from './tokens-of.ts';

let dataDir: string;
let server: Server;
let issuerUrl: string;
/** Who has asked, by the header that they sent. */
let asked: string[];
/** Seconds that the tokens of this issuer are valid. */
let validFor: number;

/** An issuer of a few lines: a number for a token, each time another. */
beforeEach(async () => {
  asked = [];
  validFor = 300;
  dataDir = await mkdtemp(join(tmpdir(), 'tokens-of-'));
  await writeFile(secretsFile(dataDir), JSON.stringify({ clients: { taxation: 'secret', refused: 'wrong' }, people: {} }));
  server = createServer((request, response) => {
    asked.push(request.headers.authorization ?? '');
    if (request.headers.authorization === basic('refused:wrong')) return void response.writeHead(401).end('{"error":"invalid_client"}');
    response.end(JSON.stringify({ access_token: `token-${asked.length}`, expires_in: validFor }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  issuerUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await once(server.close(), 'close');
  await rm(dataDir, { recursive: true });
});

const basic = (credentials: string) => `Basic ${btoa(credentials)}`;

test('a token is asked for with the secret of its client, and kept; who asks at once shares it', async () => {
  const tokenFor = tokensOf({ issuerUrl, dataDir });
  expect(await Promise.all([tokenFor('taxation'), tokenFor('taxation')])).toEqual(['token-1', 'token-1']);
  expect(await tokenFor('taxation')).toBe('token-1');
  expect(asked).toEqual([basic('taxation:secret')]);
});

test('one that is about to end is not handed out again', async () => {
  validFor = 30;
  const tokenFor = tokensOf({ issuerUrl, dataDir });
  expect(await tokenFor('taxation')).toBe('token-1');
  expect(await waitUntil(async () => (await tokenFor('taxation')) !== 'token-1', 5_000)).toBe(true);
});

test('a refusal is told in the words of the issuer, and not kept', async () => {
  const tokenFor = tokensOf({ issuerUrl, dataDir });
  await expect(tokenFor('refused')).rejects.toThrow('the issuer answered with 401: {"error":"invalid_client"}');
  await expect(tokenFor('refused')).rejects.toThrow('401');
  await expect(tokenFor('nobody')).rejects.toThrow('Nobody is named nobody; there are taxation, refused.');
});
