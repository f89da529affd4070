/** Jest's globalSetup: one whole system with the issuer of the local start, in which people sign in, and a process with an officer's step. */
import { delimiter, join } from 'node:path';
import { freePortBase } from '@hengtong/local';
import { startTestSystem } from '@hengtong/testing';

const folders = ['../../catalogue', '../e2e/catalogue'].map((folder) => join(import.meta.dirname, folder));

export default async function setUp() {
  const portBase = await freePortBase();
  const env = { OIDC_ISSUER: `http://127.0.0.1:${portBase + 6}`, WEBHOOKS_ANYWHERE: 'true' };
  const system = await startTestSystem({ portBase, env, catalogueDir: folders.join(delimiter) });
  globalThis.hengtongTestSystem = system;
  process.env.HENGTONG_TEST_SYSTEM = system.dataDir;
}
