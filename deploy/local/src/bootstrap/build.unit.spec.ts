import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from '@jest/globals';

// Plain JavaScript, because it runs before anything is built.
type Build = { isBuilt: (packages: string[], stamp: string, shared: string[]) => boolean; whatFailed: (printed: string[]) => string };
const { isBuilt, whatFailed } = (await import(new URL('../../bootstrap/build.mjs', import.meta.url).href)) as Build;

let folder: string;
let stamp: string;
const at = (path: string, second: number) => utimes(join(folder, path), second, second);
const built = () => isBuilt([folder], stamp, [join(folder, 'package-lock.json')]);

/** One package, its sources from second 100, built at second 200. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'package-'));
  stamp = join(folder, 'dist', '.built');
  await Promise.all([mkdir(join(folder, 'src', 'domain'), { recursive: true }), mkdir(join(folder, 'dist'))]);
  const files = [
    'package.json',
    'tsconfig.json',
    'package-lock.json',
    'src/index.ts',
    'src/domain/rule.ts',
    'src/domain/rule.unit.spec.ts',
  ];
  await Promise.all([...files, 'dist/.built'].map((file) => writeFile(join(folder, file), '')));
  await Promise.all([...files, 'src', 'src/domain'].map((file) => at(file, 100)));
  await at('dist/.built', 200);
});

test('nothing changed since the build', () => {
  expect(built()).toBe(true);
});

test.each(['src/domain/rule.ts', 'src/domain', 'package.json', 'package-lock.json'])('%s changed since', async (path) => {
  await at(path, 300);
  expect(built()).toBe(false);
});

test('a test changed: nothing that runs', async () => {
  await at('src/domain/rule.unit.spec.ts', 300);
  expect(built()).toBe(true);
});

test('the output is gone', async () => {
  await rm(join(folder, 'dist'), { recursive: true });
  expect(built()).toBe(false);
});

test('of a build that failed, what failed is shown', () => {
  const printed = `
> nx run @hengtong/contracts:build

> @hengtong/contracts@0.1.0 build
> tsc -b

> nx run @hengtong/messaging:build

> @hengtong/messaging@0.1.0 build
> tsc -b

src/index.ts(1,1): error TS2304: Cannot find name 'x'.

 NX   Running target build for 2 projects failed

Failed tasks:

- @hengtong/messaging:build

  Run duration:      6.0s`;
  const shown = whatFailed(printed.split('\n'));
  expect(shown).toContain('error TS2304');
  expect(shown).not.toContain('contracts');
  expect(shown).not.toContain('NX');
  expect(whatFailed(['nx is not there'])).toBe('nx is not there');
});
