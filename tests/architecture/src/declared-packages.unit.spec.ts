import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { expect, test } from '@jest/globals';

import { cruise, workspace } from './dependency-cruiser.ts';

// Three places say what a package builds on: its imports, its package.json (nx orders builds by it) and its tsconfig.json
// (tsc -b does). If one of them is forgotten, a build works on one machine and fails on the next.

type Manifest = { name: string; scripts?: { build?: string }; dependencies?: Record<string, string> };
type Project = { references?: { path: string }[] };

const homes = globSync(
  ['libs/*', 'services/*', 'services/departments/*', 'deploy/*'].map((glob) => `${glob}/package.json`),
  { cwd: workspace },
)
  .map(dirname)
  .filter((home) => manifest(home).scripts?.build !== undefined)
  .toSorted();
/** What tsconfig.base.json keeps out of a build. */
const testOnly = /\.(spec|contract)\.ts$|\/src\/.*testing\/[^/]+$/;
const nameOf = new Map(homes.map((home) => [home, manifest(home).name]));
const { modules } = cruise(workspace, ['libs', 'services', 'deploy']);

test.each(homes)('%s declares the packages that it imports, and no others', (home) => {
  const imported = importedBy(home);
  expect({ declared: declaredBy(home), referenced: referencedBy(home) }).toEqual({ declared: imported, referenced: imported });
});

function importedBy(home: string): string[] {
  const sources = modules.filter(({ source }) => source.startsWith(`${home}/src/`) && !testOnly.test(source));
  const reached = sources.flatMap(({ dependencies }) =>
    dependencies.map(({ resolved }) => homes.find((other) => resolved.startsWith(`${other}/`))),
  );
  return names(reached.filter((other) => other !== home));
}

function declaredBy(home: string): string[] {
  return Object.keys(manifest(home).dependencies ?? {})
    .filter((name) => name.startsWith('@hengtong/'))
    .toSorted();
}

function referencedBy(home: string): string[] {
  const { references = [] } = read<Project>(join(home, 'tsconfig.json'));
  return names(references.map(({ path }) => relative(workspace, join(workspace, home, path))));
}

function names(found: (string | undefined)[]): string[] {
  return [...new Set(found.flatMap((home) => (home === undefined ? [] : (nameOf.get(home) ?? home))))].toSorted();
}

function manifest(home: string): Manifest {
  return read<Manifest>(join(home, 'package.json'));
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(join(workspace, path), 'utf8')) as T;
}
