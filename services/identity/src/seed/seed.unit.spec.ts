import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DepartmentList } from '@hengtong/contracts';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { secretsFor } from './secrets.ts';
import { readSeed } from './seed.ts';

const repository = join(import.meta.dirname, '../../../..');
const seedFile = join(repository, 'deploy/local/identity.yaml');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seed-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function changed(from: string, to: string): Promise<string> {
  const file = join(folder, 'identity.yaml');
  await writeFile(file, (await readFile(seedFile, 'utf8')).replace(from, to));
  return file;
}

describe('who there is', () => {
  test('every department of the catalogue has its system', async () => {
    const departments = DepartmentList.parse(parse(await readFile(join(repository, 'catalogue/departments.yaml'), 'utf8')));
    const { clients } = await readSeed(seedFile);
    const systems = [...clients.values()].filter(({ kind }) => kind === 'system');
    expect(systems.map(({ id }) => id)).toEqual(departments.map(({ name }) => name));
  });

  test.each([
    ['a scope that there is not', 'cases:open', 'cases:erase', 'rights.portal[0]'],
    ['a role that there is not', 'role: observer', 'role: root', 'operators[0].role'],
    ['a right that is misspelt', 'agency: [', 'agencies_: [', 'agencies_'],
    ['a name twice', 'he.min', 'gao.jie', 'has gao.jie twice'],
  ])('%s is a fault with its place', async (_what, from, to, place) => {
    await expect(readSeed(await changed(from, to))).rejects.toThrow(place);
  });
});

describe('secrets', () => {
  test('are made once, and added for whoever comes later', async () => {
    const file = join(folder, 'secrets.json');
    const before = await secretsFor(await readSeed(seedFile), file);
    expect(new Set(Object.values(before.clients)).size).toBe(Object.keys(before.clients).length);
    expect(before.clients['taxation']).toHaveLength(43);
    const { clients, people } = await secretsFor(await readSeed(await changed('he.min', 'ding.yi')), file);
    expect(clients).toEqual(before.clients);
    expect(people).toEqual({ ...before.people, 'ding.yi': expect.stringMatching(/^[\w-]{16}$/) });
  });

  test('that cannot be read are an error, and not overwritten', async () => {
    const file = join(folder, 'secrets.json');
    await writeFile(file, '{ "clients": ');
    await expect(secretsFor(await readSeed(seedFile), file)).rejects.toThrow(SyntaxError);
    expect(await readFile(file, 'utf8')).toBe('{ "clients": ');
  });
});
