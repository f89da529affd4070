import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { workspace } from './dependency-cruiser.ts';

// Jest fails where it finds nothing to run, and rightly: a project that says it is tested must be.

const projects = globSync('{libs,services,services/departments,deploy,tests,.}/*/package.json', { cwd: workspace })
  .map(dirname)
  .filter((home) => !home.startsWith('node_modules'));

test.each(projects.filter(saysThatItIsTested))('%s has tests of its own', (home) => {
  expect(globSync('src/**/*.spec.ts', { cwd: join(workspace, home) })).not.toEqual([]);
});

function saysThatItIsTested(home: string): boolean {
  const { scripts } = JSON.parse(readFileSync(join(workspace, home, 'package.json'), 'utf8')) as { scripts?: { test?: string } };
  return scripts?.test !== undefined;
}
