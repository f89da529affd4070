import { expect, test } from '@jest/globals';
import { readDefinition } from './definition.ts';

test('reads steps, mappings, limits and titles; what a newer definition holds besides is left alone', () => {
  const definition = readDefinition({
    process: 'enterprise-startup',
    limits: { promised: '1wd' },
    input: { name: { title: { zh: '名称', en: 'Name' }, item: 'enterprise.name' }, address: { item: 'enterprise.address' } },
    steps: [
      {
        name: 'tax',
        title: { zh: '税务登记', en: 'Tax registration' },
        department: 'taxation',
        capability: 'tax.register',
        power: 'TX-0301',
        after: ['register'],
        mode: 'officer',
        input: { uscc: 'register.uscc', kind: { value: 1 } },
        forEach: 'input.list',
      },
    ],
    result: { number: 'tax.number' },
  });
  expect(definition.fields).toEqual({ name: { zh: '名称', en: 'Name' } });
  expect(definition.steps[0]).toEqual({
    name: 'tax',
    title: { zh: '税务登记', en: 'Tax registration' },
    department: 'taxation',
    capability: 'tax.register',
    power: 'TX-0301',
    after: ['register'],
    mode: 'officer',
    limit: {},
    input: { uscc: 'register.uscc', kind: { value: 1 } },
  });
});

test('what cannot be read is an empty process, not an error', () => {
  expect(readDefinition(null)).toEqual({ steps: [], limits: {}, fields: {}, result: {} });
});
