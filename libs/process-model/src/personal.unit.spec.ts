import { expect, test } from '@jest/globals';
import type { CapabilityManifest, DepartmentManifest } from '@hengtong/contracts';
import type { Definition } from './definition.ts';
import { parseDefinition } from './parse-definition.ts';
import { masked, personalValues } from './personal.ts';
import { licence } from './testing/definitions.ts';

const title = { zh: '…', en: '…' };
const field = (item: string, sensitivity: string, more: object = {}) => ({ type: 'string', item, sensitivity, ...more });
const capability = (input: object, output: object): CapabilityManifest => ({
  title,
  input: { type: 'object', properties: input },
  output: { type: 'object', properties: output },
});

const manifests: DepartmentManifest[] = [
  {
    department: 'market-regulation',
    events: {},
    capabilities: {
      'enterprise.register': capability(
        { name: field('enterprise.name', 'public') },
        { uscc: field('enterprise.uscc', 'public'), contact: field('person.phone', 'personal') },
      ),
      'food.license': capability({}, { number: field('licence.number', 'internal'), holder: { type: 'string' } }),
    },
  },
  {
    department: 'public-security',
    events: {},
    capabilities: {
      'fire.inspect': capability(
        { area: field('premises.area', 'internal') },
        { certificate: field('fire.certificate', 'internal', { properties: { signedBy: field('person.name', 'personal') } }) },
      ),
    },
  },
];

function definitionOf(...replace: readonly (readonly [string, string])[]): Definition {
  const { definition, findings } = parseDefinition(licence(...replace), 'process.yaml');
  if (!definition) throw new Error(JSON.stringify(findings));
  return definition;
}

const inputSeen = (values: object, ...replace: readonly (readonly [string, string])[]): unknown =>
  masked(values, personalValues(definitionOf(...replace), manifests).input, '***');

const given = { name: '晨麦', area: 120, owner: { idNumber: '330106198504123415' }, staff: [{ age: 31 }, { age: 44 }] };

test('a value is shown if its item, or what it is mapped into, is declared by a department and is no person’s', () => {
  expect(inputSeen(given)).toEqual({ name: '晨麦', area: 120, owner: '***', staff: [{ age: '***' }, { age: '***' }] });
});

test('an item that one department declares personal is so wherever it stands', () => {
  const [first, ...others] = manifests;
  const strict = [
    ...others,
    { ...first, capabilities: { 'x.y': capability({ a: field('premises.area', 'personal') }, {}) } },
  ] as DepartmentManifest[];
  expect(masked(given, personalValues(definitionOf(), strict).input, '***')).toMatchObject({ area: '***' });
});

test('what is mapped into a personal field is personal, by whatever item it goes in the form', () => {
  const [other, ...others] = manifests.toReversed();
  const area = { area: field('other', 'personal') };
  const strict = [...others, { ...other, capabilities: { 'fire.inspect': capability(area, {}) } }] as DepartmentManifest[];
  expect(masked(given, personalValues(definitionOf(), strict).input, '***')).toMatchObject({ area: '***' });
});

test('what nobody declares, and what the form does not know, is personal', () => {
  expect(inputSeen(given, ['item: premises.area', 'item: premises.size'], ['fire.inspect', 'fire.look'])).toMatchObject({ area: '***' });
  expect(inputSeen({ ...given, note: { deep: 1 } })).toMatchObject({ note: '***' });
  expect(inputSeen({ name: { odd: 'shape' }, staff: { no: 'list' } })).toEqual({ name: { odd: 'shape' }, staff: '***' });
});

test('items of a list and parts of an object are judged each by itself', () => {
  const staff = { ...given, staff: [{ age: 31, post: 'baker' }] };
  const declared = ['properties: { age: { type: integer }', 'properties: { age: { item: premises.area, type: integer }'] as const;
  expect(inputSeen(staff, declared)).toMatchObject({ staff: [{ age: 31, post: '***' }] });
});

test('of what a step gives, only what its department declares as nobody’s is shown, and so in the result', () => {
  const read = personalValues(
    definitionOf(
      ['output: [uscc]', 'output: [uscc, contact]'],
      ['output: [number]', 'output: [number, holder]'],
      [
        'result: { licence: licence.number }',
        'result: { licence: licence.number, who: licence.holder, owner: input.owner, by: applicant.name, kind: applicant.kind, is: { value: 1 } }',
      ],
    ),
    manifests,
  );
  const seen = (step: string, values: object): unknown => masked(values, read.outputs.get(step) ?? 'personal', '***');
  expect(seen('register', { uscc: 'U', contact: '130…' })).toEqual({ uscc: 'U', contact: '***' });
  expect(seen('fire-safety', { certificate: 'C' })).toEqual({ certificate: '***' });
  expect(seen('licence', { number: 'N', holder: 'H', more: 'M' })).toEqual({ number: 'N', holder: '***', more: '***' });
  expect(masked({ licence: 'N', who: 'H', owner: {}, by: 'A', kind: 'person', is: 1 }, read.result, '***')).toEqual({
    licence: 'N',
    who: '***',
    owner: '***',
    by: '***',
    kind: 'person',
    is: 1,
  });
});

test('that there is no value may be seen', () => {
  expect(inputSeen({ owner: null })).toEqual({ owner: null });
});
