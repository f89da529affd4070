import { expect, test } from '@jest/globals';
import { readDefinition } from '../../../parts/swimlane/definition.ts';
import { handoversOf } from './data-flow.ts';

const definition = readDefinition({
  steps: [
    {
      name: 'register',
      department: 'market-regulation',
      capability: 'enterprise.register',
      power: 'MR-0101',
      input: { name: 'input.enterpriseName', person: 'input.representative.name', kind: { value: 'small' } },
    },
    {
      name: 'tax',
      department: 'taxation',
      capability: 'tax.register',
      power: 'TX-0301',
      after: ['register'],
      input: { uscc: 'register.uscc', by: 'applicant.name' },
    },
  ],
  result: { uscc: 'register.uscc' },
});
const application = { input: { enterpriseName: '丽华面包', representative: { name: '***' } }, applicant: { name: '***' } };
const at = '2026-11-24T08:00:00Z';
const later = '2026-11-24T08:00:01Z';

test('each department got what its step names, from whom, and by which power; the applicant the result', () => {
  const handovers = handoversOf(definition, {
    ...application,
    steps: { register: { requestedAt: at, output: { uscc: '9133' } }, tax: { requestedAt: later } },
    result: { uscc: '9133' },
    closedAt: later,
  });
  expect(handovers).toEqual([
    {
      step: 'register',
      department: 'market-regulation',
      at,
      ground: { power: 'MR-0101', capability: 'enterprise.register' },
      passed: [
        { field: 'name', value: '丽华面包', source: { kind: 'form', path: 'enterpriseName' } },
        { field: 'person', value: '***', source: { kind: 'form', path: 'representative.name' } },
        { field: 'kind', value: 'small', source: { kind: 'definition' } },
      ],
    },
    {
      step: 'tax',
      department: 'taxation',
      at: later,
      ground: { power: 'TX-0301', capability: 'tax.register' },
      passed: [
        { field: 'uscc', value: '9133', source: { kind: 'step', step: 'register', department: 'market-regulation', path: 'uscc' } },
        { field: 'by', value: '***', source: { kind: 'applicant', path: 'name' } },
      ],
    },
    {
      at: later,
      passed: [{ field: 'uscc', value: '9133', source: { kind: 'step', step: 'register', department: 'market-regulation', path: 'uscc' } }],
    },
  ]);
});

test('who was not asked got nothing', () => {
  const handovers = handoversOf(definition, { ...application, steps: { register: { requestedAt: at }, tax: {} } });
  expect(handovers.map(({ department }) => department)).toEqual(['market-regulation']);
});
