/** Jest's globalSetup: one whole system from the builds, with the processes of this folder's own catalogue beside the real one. */
import { delimiter, join } from 'node:path';
import { startTestSystem } from '@hengtong/testing';

const folders = ['../../catalogue', 'catalogue'].map((folder) => join(import.meta.dirname, folder));

export default async function setUp() {
  const system = await startTestSystem({ catalogueDir: folders.join(delimiter) });
  globalThis.hengtongTestSystem = system;
  process.env.HENGTONG_TEST_SYSTEM = system.dataDir;
}
