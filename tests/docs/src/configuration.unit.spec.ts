import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { baseConfig } from '@hengtong/platform';
import { expect, test } from '@jest/globals';
import type { z } from 'zod';
import { read, section, tableRows, workspace } from './pages.ts';

const page = read('docs/configuration.md');
const plain = (cell = ''): string => cell.replaceAll('`', '');
/** Variable → default, as the page has them. */
const documented = (heading: string): [string, string][] =>
  tableRows(section(page, heading)).map(([name, byDefault]) => [plain(name), plain(byDefault)]);
const schemas: Readonly<Record<string, z.ZodType>> = baseConfig.shape;

test('every variable that all services take is documented, in this order, and no other', () => {
  expect(documented('Every service').map(([name]) => name)).toEqual(Object.keys(schemas));
});

test.each(documented('Every service'))('the default of %s is %p', (name, byDefault) => {
  const without = schemas[name]?.safeParse(undefined).data;
  expect(byDefault === '' ? undefined : schemas[name]?.parse(byDefault)).toEqual(without);
});

test('every variable that single services take beyond that is documented, and no other', () => {
  // Services are not imported: what their schemas add is read from the text.
  const files = globSync('services/{*,departments/*}/src/config.ts', { cwd: workspace });
  const added = files.map((file) => readFileSync(join(workspace, file), 'utf8').match(/(?<=^ {2})[A-Z][A-Z0-9_]+(?=:)/gm) ?? []);
  const sections = ['The orchestrator', 'The event hub', 'The issuer', 'The console'].map((heading) =>
    documented(heading).map(([name]) => name),
  );
  expect(new Set(sections.map(String))).toEqual(new Set(added.map(String)));
});
