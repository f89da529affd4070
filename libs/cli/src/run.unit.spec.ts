import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hengtong-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a command leaves: its exit code, what a pipe gets, and what a person reads. */
async function ran(...args: string[]): Promise<{ code: number; out: string; note: string }> {
  const written = { out: '', note: '' };
  const code = await run(args, {
    out: (line) => void (written.out += `${line}\n`),
    note: (line) => void (written.note += `${line}\n`),
    paint: (style, text) => `<${style}>${text}`,
    ended: new AbortController().signal,
  });
  return { code, ...written };
}

test('asked for help, it says what there is, where a pipe can take it', async () => {
  expect(await ran('--help')).toMatchObject({ code: 0, out: expect.stringContaining('token --client NAME'), note: '' });
});

test.each([
  [['tokne'], 'There is no command tokne.'],
  [['token', 'taxation'], 'There is no command token taxation.'],
  [['token', '--clinet', 'taxation'], '--clinet'],
  [['token', '--client'], '--client'],
])('not understood: %j', async (args, what) => {
  const { code, out, note } = await ran(...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(note).toContain(what);
  expect(note).toContain('hengtong <command>');
});

test('says what to do where nothing runs', async () => {
  const { code, note } = await ran('token', '--client', 'taxation', '--data', folder);
  expect(code).toBe(1);
  expect(note).toContain('run "npm start" first');
});

test('says who may read the secrets where they cannot be read, and which clients there are where another is named', async () => {
  await writeFile(join(folder, 'local.json'), JSON.stringify({ issuer: 'http://127.0.0.1:1', eventHub: 'http://127.0.0.1:1' }));
  expect((await ran('token', '--client', 'taxation', '--data', folder)).note).toContain('run this as who has started the system');
  await writeFile(join(folder, 'identity-secrets.json'), JSON.stringify({ clients: { taxation: 'secret', statistics: 'secret' } }));
  expect((await ran('token', '--client', 'nobody', '--data', folder)).note).toContain('there are taxation, statistics');
  expect((await ran('token', '--data', folder)).note).toContain('--client taxation, --client statistics');
});
