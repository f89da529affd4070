import { expect, test } from '@jest/globals';
import type { CapabilityManifest, DepartmentManifest } from '@hengtong/contracts';
import { checkCapabilities } from './check-capabilities.ts';
import { parseDefinition } from './parse-definition.ts';
import { licence } from './testing/definitions.ts';

const object = (properties: Record<string, unknown>, required = Object.keys(properties)) => ({ type: 'object', properties, required });
const text = { type: 'string' };
const title = { zh: '…', en: '…' };
const capability = (input: unknown, output: unknown, compensates?: string): CapabilityManifest => ({
  title,
  input: input as CapabilityManifest['input'],
  output: output as CapabilityManifest['output'],
  ...(compensates && { compensates }),
});

const departments: DepartmentManifest[] = [
  {
    department: 'market-regulation',
    events: {},
    capabilities: {
      'enterprise.register': capability(object({ name: text }), object({ uscc: text })),
      'enterprise.withdraw': capability(object({}), object({}), 'enterprise.register'),
      'food.license': capability(
        object({ uscc: text, certificate: text, kind: { enum: ['food'] } }, ['uscc', 'kind']),
        object({ number: text }),
      ),
      'food.withdraw': capability(object({}), object({}), 'food.license'),
    },
  },
  {
    department: 'public-security',
    events: {},
    capabilities: {
      'fire.inspect': capability(object({ area: { type: 'number' } }), object({ certificate: text, note: text }, ['certificate'])),
    },
  },
];

function findings(text: string, manifests = departments) {
  const { definition, source } = parseDefinition(text, 'process.yaml');
  if (!definition) throw new Error('the definition is not sound');
  const pointedAt = (line: number, column: number) => /^[\w-]+/.exec(text.split('\n')[line - 1]?.slice(column - 1) ?? '')?.[0];
  return checkCapabilities(definition, manifests, source).map(
    ({ line, column, rule, message }) => `${rule} at ${pointedAt(line, column)}: ${message}`,
  );
}

test('a definition that fits what departments offer has no findings', () => {
  expect(findings(licence())).toEqual([]);
});

test.each([
  [
    'an unknown department',
    licence(['department: public-security', 'department: fire-service']),
    'unknown-department at department: there is no department fire-service',
  ],
  [
    'an unknown capability',
    licence(['fire.inspect', 'fire.visit']),
    'unknown-capability at capability: public-security does not offer fire.visit',
  ],
  [
    'a capability with the name of a method',
    licence(['fire.inspect', 'constructor']),
    'unknown-capability at capability: public-security does not offer constructor',
  ],
  [
    'an unknown compensation',
    licence(['enterprise.withdraw', 'enterprise.undo']),
    'unknown-capability at capability: market-regulation does not offer enterprise.undo',
  ],
  [
    'a compensation of something else',
    licence(['enterprise.withdraw', 'food.withdraw']),
    'compensation-mismatch at capability: food.withdraw undoes food.license',
  ],
  ['a missing input', licence(['input: { area: input.area }', 'input: {}']), 'input-missing at input: fire.inspect needs area'],
  [
    'an unknown input',
    licence(['area: input.area }', 'area: input.area, name: input.name }']),
    'input-unknown at name: fire.inspect does not take name',
  ],
  [
    'an input of another type',
    licence(['area: input.area }', 'area: input.name }']),
    'input-type at area: input.name is string, but fire.inspect takes number',
  ],
  [
    'a literal that is not accepted',
    licence(['{ value: food }', '{ value: drink }']),
    'input-type at kind: food.license does not accept this kind',
  ],
  [
    'an output that is not there',
    licence(['output: [number]', 'output: [number, colour]']),
    'output-not-promised at colour: food.license never gives colour',
  ],
  [
    'an output that is not always there',
    licence(['[certificate]', '[certificate, note]']),
    'output-not-promised at note: fire.inspect does not always give note',
  ],
  [
    'an optional field for a needed one',
    licence(['has(input.area) && input.area > 100', 'input.name != ""']),
    'input-may-be-absent at area: fire.inspect needs area, but input.area may be absent',
  ],
  [
    'the output of a step that may be skipped for a needed one',
    licence(['uscc: register.uscc', 'uscc: fire-safety.certificate']),
    'input-may-be-absent at uscc: food.license needs uscc',
  ],
])('%s is found with its line', (_, text, expected) => {
  expect(findings(text)).toEqual([expect.stringContaining(expected)]);
});

test('a step whose condition looks at what may be absent is trusted', () => {
  const guarded = licence(
    ['uscc: register.uscc', 'uscc: fire-safety.certificate'],
    ['    power: MR-0202', '    when: fire_safety.certificate != null\n    power: MR-0202'],
  );
  expect(findings(guarded)).toEqual([]);
});
