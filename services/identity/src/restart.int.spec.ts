import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { signInByForm } from '@hengtong/local';
import { eventually } from '@hengtong/testing';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Browser } from './testing/authorization.ts';
import { SERVERS, TestIssuer } from './testing/issuer.ts';

const program = fileURLToPath(new URL('../dist/main.js', import.meta.url));

let issuer: TestIssuer;
let child: ChildProcess;
/** All that it has written to its log. */
let written: string;

/** Starts the build in a process of its own, with every line in its log. */
function run(settings: Record<string, string> = {}): void {
  written = '';
  child = spawn(process.execPath, [program], {
    env: { PATH: process.env['PATH'], ...issuer.environment, LOG_LEVEL: 'trace', STOP_WITH_PARENT: 'true', ...settings },
  });
  const keep = (bytes: Buffer) => (written += bytes.toString());
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
}

const ready = () =>
  eventually(async () => {
    if (child.exitCode !== null) throw new Error(`it ended: ${written}`);
    expect((await fetch(`${issuer.url}/health/ready`)).status).toBe(200);
  });

async function stopped(): Promise<number | null> {
  const ended = once(child, 'close');
  child.kill('SIGTERM');
  return ((await ended) as [number | null])[0];
}

beforeEach(async () => {
  issuer = await TestIssuer.prepare();
  run();
  await ready();
}, SERVERS);
afterEach(async () => {
  if (child.exitCode === null) await stopped();
  await issuer.remove();
}, SERVERS);

test('secrets, keys and sessions outlive a restart, and nobody else can read the secrets', async () => {
  const before = { secrets: await issuer.secrets(), keys: await issuer.keys() };
  const { access_token } = (await issuer.clientCredentials('taxation')).body;
  const browser = new Browser(issuer.url);
  await browser.signIn(await browser.begin(), 'sun.tao', await issuer.passwordOf('sun.tao'));
  expect((await stat(issuer.secretsFile)).mode & 0o777).toBe(0o600);
  expect(await stopped()).toBe(0);
  run();
  await ready();
  expect({ secrets: await issuer.secrets(), keys: await issuer.keys() }).toEqual(before);
  await issuer.verified(access_token);
  expect(await browser.begin()).toContain('/callback?code=');
});

test('no secret, password or token is in the log, however much is logged', async () => {
  const { clients, people } = await issuer.secrets();
  const tokens = await signInByForm({ issuerUrl: issuer.url, name: 'sun.tao', password: people['sun.tao'] ?? '' });
  const own = await issuer.clientCredentials('taxation');
  await issuer.clientCredentials('taxation', {}, 'a-wrong-secret');
  const wrong = signInByForm({ issuerUrl: issuer.url, name: 'sun.tao', password: 'a-wrong-password' });
  await expect(wrong).rejects.toThrow('403');
  expect(await stopped()).toBe(0);
  expect(written).toContain('identity is listening');
  const secret = [...Object.values(clients), ...Object.values(people), tokens.access_token, tokens.id_token, tokens.refresh_token];
  for (const each of [...secret, own.body.access_token, 'a-wrong-secret', 'a-wrong-password']) expect(written).not.toContain(each);
  // Every line is one of ours: oidc-provider has nothing to warn of.
  for (const line of written.trim().split('\n')) expect(JSON.parse(line)).toMatchObject({ service: 'identity' });
});

test('a seed that cannot be read stops the start with a sentence', async () => {
  await stopped();
  run({ IDENTITY_SEED: '/nowhere/identity.yaml' });
  const [code] = (await once(child, 'close')) as [number];
  expect(code).toBe(78);
  expect(written).toContain('identity cannot start: IDENTITY_SEED: /nowhere/identity.yaml cannot be read');
});
