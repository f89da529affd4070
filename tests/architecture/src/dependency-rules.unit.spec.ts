import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { cruise, workspace } from './dependency-cruiser.ts';
import type { Violation } from './dependency-cruiser.ts';

/** File → what it imports → the one rule that this breaks. */
const wrong: [file: string, imports: string, rule: string][] = [
  ['libs/contracts/src/up.ts', '@hengtong/process-model', 'contracts-imports-only-what-is-below'],
  ['libs/national-standards/src/sideways.ts', '@hengtong/contracts', 'national-standards-imports-only-what-is-below'],
  ['libs/process-model/src/up.ts', '@hengtong/saga-engine', 'process-model-imports-only-what-is-below'],
  ['libs/saga-engine/src/sideways.ts', '@hengtong/messaging', 'saga-engine-imports-only-what-is-below'],
  ['libs/messaging/src/sideways.ts', '@hengtong/persistence', 'messaging-imports-only-what-is-below'],
  ['libs/persistence/src/sideways.ts', '@hengtong/messaging', 'persistence-imports-only-what-is-below'],
  ['libs/platform/src/up.ts', '@hengtong/department-kit', 'platform-imports-only-what-is-below'],
  ['libs/department-kit/src/sideways.ts', '@hengtong/saga-engine', 'department-kit-imports-only-what-is-below'],
  ['libs/client/src/sideways.ts', '@hengtong/process-model', 'client-imports-only-what-is-below'],
  ['libs/cli/src/sideways.ts', '@hengtong/messaging', 'cli-imports-only-what-is-below'],
  ['libs/contracts/src/sideways.unit.spec.ts', '@hengtong/messaging', 'contracts-imports-only-what-is-below'],
  ['libs/unheard-of/src/new.ts', '@hengtong/contracts', 'library-is-in-the-table'],
  ['libs/testing/src/service.ts', '../../../services/orchestrator/src/index.ts', 'services-are-never-imported'],
  ['services/orchestrator/src/department.ts', '../../departments/taxation/src/index.ts', 'services-are-never-imported'],
  ['services/departments/taxation/src/neighbour.ts', '../../housing-fund/src/index.ts', 'services-are-never-imported'],
  ['services/orchestrator/src/outside.ts', '@hengtong/client', 'client-and-cli-are-for-those-outside'],
  ['services/departments/taxation/src/flow.ts', '@hengtong/saga-engine', 'departments-know-nothing-of-the-flow'],
  ['libs/testing/src/measure.ts', '../../../bench/src/index.ts', 'bench-and-tests-are-never-imported'],
  ['libs/platform/src/start-broker.ts', '@hengtong/testing', 'testing-only-in-tests'],
  ['services/orchestrator/src/start-broker.ts', '@hengtong/local', 'testing-only-in-tests'],
  ['services/orchestrator/src/consume.ts', 'kafkajs', 'only-messaging-knows-kafkajs'],
  ['libs/platform/src/consume.ts', 'kafkajs', 'only-messaging-knows-kafkajs'],
  ['services/orchestrator/src/issue.ts', 'oidc-provider', 'only-identity-knows-oidc-provider'],
  ['services/departments/taxation/src/domain/nest.ts', '@nestjs/common', 'domain-is-pure'],
  ['services/departments/taxation/src/domain/sql.ts', 'pg', 'domain-is-pure'],
  ['services/orchestrator/src/domain/entity.ts', 'typeorm', 'domain-is-pure'],
  ['libs/saga-engine/src/store.ts', 'pg', 'engine-does-no-io'],
  ['libs/process-model/src/inject.ts', '@nestjs/common', 'engine-does-no-io'],
  ['libs/process-model/src/read.ts', 'node:fs', 'engine-uses-nothing-of-node'],
  ['libs/saga-engine/src/wait.ts', 'node:timers/promises', 'engine-uses-nothing-of-node'],
  ['libs/saga-engine/src/identify.ts', 'uuid', 'engine-has-no-randomness'],
  ['libs/saga-engine/src/random.ts', 'node:crypto', 'engine-has-no-randomness'],
  ['services/orchestrator/src/deep.ts', '../../../libs/contracts/src/detail.ts', 'no-deep-imports'],
  ['services/console/web/src/api/schema.ts', '@hengtong/contracts', 'the-page-runs-in-a-browser'],
  ['services/console/web/src/screens/cases/neighbour.ts', '../overview/loom.ts', 'a-screen-is-one-folder'],
  ['services/console/web/src/parts/screen.ts', '../screens/overview/loom.ts', 'parts-know-no-screen'],
  ['libs/contracts/src/circle-back.ts', './circle.ts', 'no-cycles'],
  ['libs/contracts/src/gone.ts', './nowhere.ts', 'no-unresolvable'],
  ['libs/contracts/src/inside.ts', '@hengtong/messaging/src/detail.ts', 'no-unresolvable'],
  ['libs/messaging/src/by-chance.ts', 'semver', 'no-unlisted-package'],
  ['libs/messaging/src/in-production.ts', 'fast-check', 'no-development-package-in-production'],
];

const right: [file: string, imports: string][] = [
  ['libs/process-model/src/below.ts', '@hengtong/contracts'],
  ['libs/process-model/src/digest.ts', 'node:crypto'],
  ['libs/saga-engine/src/below.ts', '@hengtong/process-model'],
  ['libs/department-kit/src/below.ts', '@hengtong/platform'],
  ['libs/messaging/src/broker.ts', 'kafkajs'],
  ['libs/messaging/src/broker.int.spec.ts', '@hengtong/testing'],
  ['libs/messaging/src/broker.contract.ts', '@jest/globals'],
  ['libs/messaging/src/testing/broker.ts', '@hengtong/local'],
  ['libs/saga-engine/src/properties.unit.spec.ts', 'fast-check'],
  ['libs/testing/src/servers.ts', '@hengtong/local'],
  ['services/orchestrator/src/decide.ts', '@hengtong/saga-engine'],
  ['services/departments/taxation/src/capability.ts', '@hengtong/department-kit'],
  ['services/departments/taxation/src/statement.ts', 'pg'],
  ['services/console/web/src/parts/chart.ts', 'fast-check'],
  ['bench/src/start.ts', '@hengtong/local'],
];

const libraries = [
  'client',
  'cli',
  'contracts',
  'department-kit',
  'messaging',
  'national-standards',
  'persistence',
  'platform',
  'process-model',
  'saga-engine',
  'testing',
];
const others = ['deploy/local', 'bench', 'services/orchestrator', 'services/departments/taxation', 'services/departments/housing-fund'];

const root = mkdtempSync(join(tmpdir(), 'hengtong-rules-'));
let violations: Violation[];

beforeAll(() => {
  for (const name of ['.dependency-cruiser.mjs', 'package.json', 'tsconfig.json', 'tsconfig.spec.json', 'tsconfig.base.json'])
    cpSync(join(workspace, name), join(root, name));
  symlinkSync(join(workspace, 'node_modules'), join(root, 'node_modules'));
  for (const home of [...libraries.map((name) => `libs/${name}`), ...others]) put(`${home}/src/index.ts`, 'export const one = 1;\n');
  put('libs/contracts/src/detail.ts', 'export const one = 1;\n');
  put('services/console/web/src/screens/overview/loom.ts', 'export const one = 1;\n');
  put('libs/contracts/src/circle.ts', "import './circle-back.ts';\n");
  for (const [file, imports] of [...wrong, ...right]) put(file, `import '${imports}';\n`);
  ({ violations } = cruise(root, ['libs', 'services', 'deploy', 'bench']));
});

afterAll(() => rmSync(root, { recursive: true }));

test.each(wrong)('%s may not import %s: %s', (file, _imports, rule) => {
  expect(rulesBrokenBy(file)).toEqual([rule]);
});

test.each(right)('%s may import %s', (file) => {
  expect(rulesBrokenBy(file)).toEqual([]);
});

test('every rule is proven by a wrong import', async () => {
  const { default: config } = (await import(join(workspace, '.dependency-cruiser.mjs'))) as { default: { forbidden: { name: string }[] } };
  expect(config.forbidden.map(({ name }) => name).toSorted()).toEqual([...new Set(wrong.map(([, , rule]) => rule))].toSorted());
});

function put(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

function rulesBrokenBy(file: string): string[] {
  return [...new Set(violations.filter(({ from }) => from === file).map(({ rule }) => rule.name))];
}
