import { expect, test } from '@jest/globals';
import { conditionCompiler, ConditionFailed } from './conditions.ts';
import { parseDefinition } from './parse-definition.ts';
import { licence } from './testing/definitions.ts';

const { definition } = parseDefinition(licence(), 'process.yaml');
if (!definition) throw new Error('the definition is not sound');
const compile = conditionCompiler(definition);

const facts: Record<string, unknown> = {
  input: { area: 120, staff: [{ age: 17 }, { age: 40 }] },
  applicant: { kind: 'person' },
  register: { uscc: '91' },
  'fire-safety': { certificate: null },
};
const holds = (expression: string): boolean => compile(expression).holds((root) => facts[root]);

test.each([
  ['input.area > 100', true],
  ['has(input.name)', false],
  ['applicant.kind == "enterprise" || register.uscc.startsWith("9")', true],
  ['fire_safety.certificate != null', false],
  ['input.staff.exists(person, person.age < 18)', true],
  ['size(input.staff) == 2', true],
])('%s is %s', (expression, expected) => {
  expect(holds(expression)).toBe(expected);
});

test.each(['input.name == "x"', 'input.area * 2 > 1', 'input.area', 'register.uscc.matches("(")'])('%s has no answer', (expression) => {
  expect(() => holds(expression)).toThrow(ConditionFailed);
});

test('it asks only for the roots that it reads', () => {
  const asked: string[] = [];
  compile('input.area > 100 && has(fire_safety.certificate)').holds((root) => {
    asked.push(root);
    return facts[root];
  });
  expect(asked).toEqual(['input', 'fire-safety']);
});
