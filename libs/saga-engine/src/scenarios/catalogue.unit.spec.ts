import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { DepartmentList, DepartmentManifest } from '@hengtong/contracts';
import { checkCapabilities, formatFinding, parseDefinition, readYaml } from '@hengtong/process-model';
import { runScenarios } from './run-scenarios.ts';

const catalogue = join(import.meta.dirname, '../../../../catalogue');
const read = (...path: string[]): string => readFileSync(join(catalogue, ...path), 'utf8');

const manifests = readdirSync(join(catalogue, 'capabilities')).map((file) =>
  DepartmentManifest.parse(JSON.parse(read('capabilities', file))),
);

describe.each(readdirSync(join(catalogue, 'processes')))('%s', (process) => {
  const { definition, findings, source } = parseDefinition(read('processes', process, 'process.yaml'), `${process}/process.yaml`);

  test('is sound', () => {
    expect(findings.filter(({ severity }) => severity === 'error').map(formatFinding)).toEqual([]);
    expect(definition?.process).toBe(process);
  });

  test('names departments that there are', () => {
    const { value } = readYaml(read('departments.yaml'), 'departments.yaml');
    const departments = DepartmentList.parse(value).map(({ name }) => name);
    expect(departments).toEqual(expect.arrayContaining(definition?.steps.map(({ department }) => department) ?? []));
  });

  test('fits what departments offer', () => {
    if (!definition) throw new Error('the definition is not sound');
    expect(checkCapabilities(definition, manifests, source).map(formatFinding)).toEqual([]);
  });

  test('goes as its scenarios say', () => {
    if (!definition) throw new Error('the definition is not sound');
    const run = runScenarios(definition, read('processes', process, 'scenarios.yaml'), `${process}/scenarios.yaml`);
    expect(run.findings.map(formatFinding)).toEqual([]);
    expect(run.results.flatMap(({ problems }) => problems.map(formatFinding))).toEqual([]);
    expect(run.results.length).toBeGreaterThan(0);
  });
});
