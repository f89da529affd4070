import { expect, test } from '@jest/globals';
import { residentIdentityNumber } from '@hengtong/national-standards';
import { inputFindings } from './input-findings.ts';
import { parseDefinition } from './parse-definition.ts';
import { licence } from './testing/definitions.ts';

const { definition } = parseDefinition(licence(), 'process.yaml');
if (!definition) throw new Error('the definition is not sound');

const idNumber = residentIdentityNumber('33010619900101001');
const sound = { name: '面包房', area: 80.5, owner: { idNumber }, staff: [{ age: 30 }] };
const findings = (input: Record<string, unknown>) => inputFindings(definition, input).map(({ pointer, detail }) => `${pointer} ${detail}`);

test('a form that is filled in well has no findings', () => {
  expect(findings(sound)).toEqual([]);
  expect(findings({ name: '面包房', owner: { idNumber } })).toEqual([]);
});

test.each([
  ['missing', { owner: sound.owner }, ['/name is missing']],
  ['missing further in', { ...sound, owner: {} }, ['/owner/idNumber is missing']],
  ['of another type', { ...sound, area: '80' }, ['/area Invalid input: expected number, received string']],
  ['null', { ...sound, name: null }, ['/name Invalid input: expected string, received null']],
  [
    'out of bounds',
    { ...sound, name: '饼', area: 0 },
    [expect.stringContaining('/name Too small'), expect.stringContaining('/area Too small')],
  ],
  ['not in the form', { ...sound, colour: 'red' }, ['/colour is not a field of this form: remove it']],
  ['not in the form further in', { ...sound, staff: [{ 'a/b': 1 }] }, ['/staff/0/a~1b is not a field of this form: remove it']],
  [
    'an own __proto__',
    JSON.parse('{"__proto__": 1}') as Record<string, unknown>,
    expect.arrayContaining([expect.stringContaining('/__proto__ is not')]),
  ],
  [
    'a wrong identity number',
    { ...sound, owner: { idNumber: `${idNumber.slice(0, 17)}${idNumber.endsWith('1') ? '2' : '1'}` } },
    ['/owner/idNumber is no resident identity number (GB 11643-1999): its check character is wrong'],
  ],
])('a field that is %s is pointed at', (_, input, expected) => {
  expect(findings(input)).toEqual(expected);
});
