import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freePortBase } from '../ports/check-ports.ts';
import { fakeRepository, removeFakeRepository } from '../testing/fake-repository.ts';
import { launch } from './launch.ts';
import type { LaunchOptions } from './options.ts';

let root: string;
let options: LaunchOptions;
beforeAll(async () => {
  root = await fakeRepository();
  const dataDir = join(root, 'data');
  options = { once: false, cases: 0, bus: 'embedded', portBase: await freePortBase(), dataDir, fresh: false, rebind: false, help: false };
});

afterAll(() => removeFakeRepository(root));

/** Launches without a case, and asks it to end as soon as it says that it stays. */
async function launched(more: Partial<LaunchOptions> = {}): Promise<{ code: number; shown: string[] }> {
  const shown: string[] = [];
  const asked = new AbortController();
  const show = (line: string) => {
    shown.push(line);
    if (line.startsWith('It stays up')) asked.abort();
  };
  return { code: await launch({ ...options, ...more }, { show, asked: asked.signal, root }), shown };
}

test('it says which bus and why, when each service is ready, where everything is, and that it has stopped', async () => {
  const { code, shown } = await launched();
  expect(code).toBe(0);
  const text = shown.join('\n');
  expect(text).toContain('bus: the embedded bus (in PostgreSQL), as asked for');
  for (const service of ['identity', 'orchestrator', 'taxation', 'housing-fund'])
    expect(text).toMatch(new RegExp(`${service} is ready after [\\d.]+ s`));
  expect(text).toMatch(new RegExp(`税务局 Taxation +http://127.0.0.1:${options.portBase + 103}/docs`));
  expect(text).toMatch(new RegExp(`身份认证 Identity +http://127.0.0.1:${options.portBase + 6}\n`));
  expect(shown.at(-1)).toMatch(/ s {2}stopped$/);
});

test('nobody else can read the passwords', async () => {
  expect((await stat(join(options.dataDir, 'secrets.json'))).mode & 0o777).toBe(0o600);
});

test('--fresh begins anew', async () => {
  const before = await readFile(join(options.dataDir, 'secrets.json'), 'utf8');
  await launched();
  expect(await readFile(join(options.dataDir, 'secrets.json'), 'utf8')).toBe(before);
  await launched({ fresh: true });
  expect(await readFile(join(options.dataDir, 'secrets.json'), 'utf8')).not.toBe(before);
});
