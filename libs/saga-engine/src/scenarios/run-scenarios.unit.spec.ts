import { expect, test } from '@jest/globals';
import { aBakery, startup } from '../testing/definitions.ts';
import { runScenarios } from './run-scenarios.ts';

const file = (turns: string): string => `applications: { bakery: ${JSON.stringify({ ...aBakery, input: {} })} }
scenarios:
  - name: a test
    turns:
${turns.replace(/^/gm, '      ')}
`;
const open = '- { open: bakery, asks: [register] }\n';

const problemsOf = (text: string): string[] => {
  const { findings, results } = runScenarios(startup, text, 'scenarios.yaml');
  return [...findings, ...results.flatMap(({ problems }) => problems)].map(({ line, rule, message }) => `${line} ${rule}: ${message}`);
};

test('a scenario that goes as it says has no problems', () => {
  expect(problemsOf(file(`${open}- { from: register, refused: { code: name.taken }, closes: refused }`))).toEqual([]);
});

test.each([
  ['a command that nobody expects', '- { open: bakery }', '5 scenario: asks: expected [], but it is ["register"]'],
  [
    'another input',
    '- { open: bakery, asks: { register: { name: x } } }',
    '5 scenario: asks: expected {"register":{"name":"x"}}, but it is {"register":{}}',
  ],
  [
    'another outcome',
    `${open}- { from: register, refused: { code: name.taken }, closes: granted }`,
    '6 scenario: closes: expected "granted", but it is "refused"',
  ],
  [
    'an end that nobody expects',
    `${open}- { from: register, refused: { code: name.taken } }`,
    '6 scenario: closes: expected nothing, but it is "refused"',
  ],
  [
    'other events',
    `${open}- { from: register, failed: full, events: [step-failed] }`,
    '6 scenario: events: expected ["step-failed"], but it is ["step-failed","case-stalled"]',
  ],
  ['an answer that is out of turn', `${open}- { from: tax, compensated: true }`, '6 scenario: the answer is ignored: not-asked'],
  ['an unknown application', '- { open: brewery }', '5 scenario: there is no application brewery'],
  ['an answer before the case is open', '- { from: tax, compensated: true }', '5 scenario: the first turn must open the case'],
  ['two openings', `${open}- { open: bakery }`, '6 scenario: the case is open already'],
  ['two answers in a turn', `${open}- { from: tax, compensated: true, recalled: true }`, '6 schema: scenarios.0.turns.1: must be'],
  ['broken YAML', '- {', 'yaml'],
])('%s is found with its line', (_, turns, expected) => {
  expect(problemsOf(file(turns))).toEqual([expect.stringContaining(expected)]);
});

test('an application that the form does not accept is no scenario', () => {
  const text = file(open).replace('"input":{}', '"input":{"colour":"red"}');
  expect(problemsOf(text)).toEqual(['5 scenario: application bakery: /colour is not a field of this form: remove it']);
});
