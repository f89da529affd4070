import { expect, test } from '@jest/globals';
import { itemAt, schemaAt, titled } from './titled.ts';

const person = { type: 'object', item: 'person.identity', properties: { name: { type: 'string', item: 'person.name' } } };
const schema = {
  type: 'object',
  properties: {
    account: { type: 'string', item: 'employer.account', title: '账号', description: 'Division (6), serial (8)' },
    person,
    people: { type: 'array', item: 'people', items: person },
    other: { type: 'string', item: 'nobody.knows', description: 'Stays as it is' },
  },
};
const titles: Readonly<Record<string, string>> = { 'employer.account': 'Account', 'person.identity': 'Person', 'person.name': 'Name' };
const words = {
  titleOf: (item = '') => titles[item],
  hintOf: (item = '') => (item === 'employer.account' ? '14 digits' : undefined),
};

test('fields are called what their data items are called, within others and in lists too; what is not known stays', () => {
  const called = { ...person, title: 'Person', properties: { name: { ...person.properties.name, title: 'Name' } } };
  expect(titled(schema, words)).toEqual({
    type: 'object',
    properties: {
      account: { type: 'string', item: 'employer.account', title: 'Account', description: '14 digits' },
      person: called,
      people: { type: 'array', item: 'people', items: called },
      other: schema.properties.other,
    },
  });
});

test('a field is found by its path', () => {
  expect(itemAt(schema, ['person', 'name'])).toBe('person.name');
  expect(itemAt(schema, ['people', '0', 'name'])).toBe('person.name');
  expect(itemAt(schema, ['person', 'toString'])).toBeUndefined();
  expect(schemaAt(undefined, ['person'])).toBeUndefined();
});
