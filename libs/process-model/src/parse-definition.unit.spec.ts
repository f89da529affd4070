import { expect, test } from '@jest/globals';
import { parseDefinition } from './parse-definition.ts';
import { licence } from './testing/definitions.ts';

const BASIS = 'legalBasis: [{ instrument: 食品安全法, article: "35" }]\n';
const WHEN = 'has(input.area) && input.area > 100';

/** The errors, each with the text of the line from the place where it points, and what the first of them says. */
function errorsOf(text: string) {
  const { definition, findings } = parseDefinition(text, 'process.yaml');
  const errors = findings.filter(({ severity }) => severity === 'error');
  expect(definition === undefined).toBe(errors.length > 0);
  const pointed = errors.map(({ line, column, rule }) => `${rule} → ${text.split('\n')[line - 1]?.slice(column - 1)}`);
  return { pointed, says: errors[0]?.message ?? '' };
}

test('a sound definition comes out as plain JSON, filled in, its steps in the order of the file', () => {
  const { definition } = parseDefinition(licence(), 'process.yaml');
  expect(definition?.steps.map(({ name, level, mode, after }) => ({ name, level, mode, after }))).toEqual([
    { name: 'register', level: 'county', mode: 'automatic', after: [] },
    { name: 'fire-safety', level: 'county', mode: 'automatic', after: ['register'] },
    { name: 'licence', level: 'county', mode: 'automatic', after: ['register', 'fire-safety'] },
  ]);
  const stored = JSON.stringify(definition);
  expect(JSON.parse(stored)).toEqual(definition);
});

test('it says that powers are checked for presence only', () => {
  expect(parseDefinition(licence(), 'catalogue/food/process.yaml').findings).toEqual([
    {
      rule: 'power-presence-only',
      severity: 'warning',
      file: 'catalogue/food/process.yaml',
      line: 22,
      column: 5,
      message: expect.stringContaining('presence only'),
    },
  ]);
});

test.each([
  ['bad YAML', licence(['version: 1', 'version: [1']), ['yaml → title'], 'no valid YAML'],
  ['a key twice', licence(['version: 1', 'version: 1\nversion: 2']), ['yaml → version: 2'], 'unique'],
  ['an empty file', '', ['schema → '], 'the file'],
  ['a missing key', licence(['version: 1\n', '']), ['schema → process:'], '`version` is missing: add it'],
  ['a wrong value', licence(['notice: 30cd', 'notice: a month']), ['schema → notice'], 'must be like 3wd'],
  [
    'a misspelt key',
    licence(['capability: fire', 'capabilty: fire']),
    ['schema → fire-safety:', 'schema → capabilty'],
    'is missing: add it',
  ],
  ['a name that is none', licence(['  fire-safety:', '  fire_safety:']), ['schema → fire_safety'], 'is no name'],
  ['no steps', licence().replace(/steps:[^]*/, 'steps: {}\n'), ['schema → steps'], 'at least one step'],
  ['no power', licence(['    power: PS-0301\n', '']), ['power-missing → fire-safety:'], 'add `power:`'],
  ['no legal basis', licence([BASIS, '']), ['no-legal-basis → process:'], 'add `legalBasis:`'],
  ['an empty legal basis', licence([BASIS, 'legalBasis: []\n']), ['no-legal-basis → legalBasis'], 'add `legalBasis:`'],
  ['a field whose type is not said', licence(['type: number, exclusive', 'exclusive']), ['schema → exclusiveMinimum'], 'add `type:`'],
  [
    'a keyword of another type',
    licence(['type: string, minLength', 'type: integer, minLength']),
    ['schema → minLength'],
    'no meaning for type integer',
  ],
  ['a broken pattern', licence(['minLength: 2', 'pattern: "("']), ['schema → pattern'], 'regular expression'],
  ['a pivot', licence(['steps:', 'pivot: licence\nsteps:']), ['not-supported → pivot'], 'cannot run it yet'],
  ['a start by an event', licence(['steps:', 'on: enterprise.closed\nsteps:']), ['not-supported → on'], 'cannot run it yet'],
  ['a repeated step', licence(['    when:', '    forEach: input.staff\n    when:']), ['not-supported → forEach'], 'cannot run it yet'],
  [
    'a process as a step',
    licence(['capability: fire.inspect', 'process: fire']),
    ['schema → fire-safety:', 'not-supported → process'],
    'missing',
  ],
  [
    'an unknown step in `after`',
    licence(['[register, fire-safety]', '[register, fire]']),
    ['unknown-step → fire]', 'read-before-produced → certificate'],
    'fire is no step',
  ],
  ['a circle', licence(['  register:\n', '  register:\n    after: [licence]\n']), ['cycle → licence]'], 'register → licence → register'],
  [
    'a step that waits for itself',
    licence(['after: [register]', 'after: [fire-safety, register]']),
    ['cycle → fire-safety, register]'],
    'fire-safety → fire-safety',
  ],
  [
    'a step called as what was given',
    licence(['  licence:', '  applicant:'], ['licence.number', 'applicant.name']),
    ['reserved-name → applicant:'],
    'choose another name',
  ],
  ['a mapping that is no path', licence(['uscc: register.uscc', 'uscc: register']), ['schema → uscc'], 'must be a path'],
  ['a mapping from an unknown step', licence(['register.uscc', 'registration.uscc']), ['unknown-step → uscc'], 'registration'],
  [
    'a mapping from a step that gives no such field',
    licence(['register.uscc', 'register.code']),
    ['unknown-field → uscc'],
    'does not give code',
  ],
  [
    'a mapping from an unknown field of the form',
    licence(['input.name', 'input.title']),
    ['unknown-field → name'],
    'declare it under `input:`',
  ],
  ['a mapping from inside a plain value', licence(['input.name', 'input.name.zh']), ['unknown-field → name'], 'no input.name.zh'],
  [
    'a mapping from an unknown field of the applicant',
    licence(['input.name }', 'applicant.age }']),
    ['unknown-field → name'],
    'an applicant has',
  ],
  ['a result that nobody gives', licence(['licence.number', 'licence.code']), ['unknown-field → licence'], 'does not give code'],
  ['a condition that is no CEL', licence(['input.area > 100', 'input.area >']), ['condition → when'], 'correct the expression'],
  ['a condition that is neither true nor false', licence([WHEN, 'size(input.name)']), ['condition → when'], 'not true or false'],
  ['a condition on an unknown step', licence([WHEN, 'fire.passed']), ['condition → when'], 'Unknown variable: fire'],
  ['a condition on an unknown field', licence([WHEN, 'input.rooms > 2']), ['unknown-field → when'], 'no input.rooms'],
  [
    'a condition on an unknown field in brackets',
    licence([WHEN, 'register["code"] == ""']),
    ['unknown-field → when'],
    'does not give code',
  ],
  [
    'a condition on a step that is not over',
    licence([WHEN, 'licence.number != null']),
    ['read-before-produced → when'],
    'add licence to `after`',
  ],
])('%s is found with its place, and the finding says what to do', (_, text, pointed, says) => {
  const found = errorsOf(text);
  expect(found.pointed).toEqual(pointed.map((start) => expect.stringMatching(new RegExp(`^${start.replace(/[[\]]/g, '\\$&')}`))));
  expect(found.says).toContain(says);
});

test('a mapping may read a step that is before it only through another', () => {
  expect(errorsOf(licence(['after: [register, fire-safety]', 'after: [fire-safety]'])).pointed).toEqual([]);
});

test('a step with a hyphen is read in a condition with an underscore', () => {
  const text = licence(['    power: MR-0202', '    when: fire_safety.certificate != null\n    power: MR-0202']);
  expect(errorsOf(text).pointed).toEqual([]);
});

test('a variable of a macro is not taken for a step', () => {
  expect(errorsOf(licence([WHEN, 'input.staff.all(person, person.age >= 18)'])).pointed).toEqual([]);
});
