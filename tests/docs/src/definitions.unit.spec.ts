import { globSync } from 'node:fs';
import { DepartmentManifest } from '@hengtong/contracts';
import { checkCapabilities, formatFinding, parseDefinition } from '@hengtong/process-model';
import { expect, test } from '@jest/globals';
import { codeBlocks, read, workspace } from './pages.ts';

const page = 'docs/process-definition.md';
const manifests = globSync('catalogue/capabilities/*.json', { cwd: workspace }).map((file) =>
  DepartmentManifest.parse(JSON.parse(read(file))),
);

test('the process that the page begins with could run', () => {
  const { definition, findings, source } = parseDefinition(codeBlocks(read(page), 'yaml')[0] ?? '', page);
  const capabilities = definition ? checkCapabilities(definition, manifests, source) : [];
  expect([...findings.filter(({ severity }) => severity === 'error'), ...capabilities].map(formatFinding)).toEqual([]);
});
