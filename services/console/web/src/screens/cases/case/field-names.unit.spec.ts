import { expect, test } from '@jest/globals';
import type { Source } from './data-flow.ts';
import { fieldName, sourceName } from './field-names.ts';

const titles: Readonly<Record<string, string>> = {
  'enterprise.uscc': '统一社会信用代码',
  'person.name': '姓名',
  'applicant.id-number': '证件号码',
};
const words = { titleOf: (item = '') => titles[item], hintOf: () => undefined };
const uscc = { properties: { uscc: { item: 'enterprise.uscc' } } };
const schemas = {
  form: { properties: { representative: { properties: { name: { item: 'person.name' } } } } },
  formTitle: (field: string) => (field === 'representative' ? '法定代表人' : undefined),
  takes: (step: string) => (step === 'tax' ? uscc : undefined),
  gives: (step: string) => (step === 'register' ? uscc : undefined),
};
const form = (path: string): Source => ({ kind: 'form', path });
const given = (step: string): Source => ({ kind: 'step', step, department: 'any', path: 'uscc' });

test.each([
  ['a field of the form, by its own title', { step: 'tax', field: 'person', source: form('representative') }, '法定代表人'],
  ['one within it, by its data item', { step: 'seal', field: 'person', source: form('representative.name') }, '姓名'],
  ['what a step takes, by its data item', { step: 'tax', field: 'uscc', source: given('other') }, '统一社会信用代码'],
  ['the result, by what the step gave', { step: undefined, field: 'code', source: given('register') }, '统一社会信用代码'],
  ['what nothing is known of, by its name', { step: 'seal', field: 'code', source: given('other') }, 'code'],
  ['what the definition gives, by its name', { step: 'seal', field: 'kind', source: { kind: 'definition' } as const }, 'kind'],
])('a handed field is called: %s', (_, handed, name) => {
  expect(fieldName(handed, schemas, words)).toBe(name);
});

test.each([
  [{ kind: 'form', path: 'representative.name' } as const, '法定代表人 › 姓名'],
  [{ kind: 'form', path: 'representative.age' } as const, '法定代表人 › age'],
  [{ kind: 'applicant', path: 'idNumber' } as const, '证件号码'],
  [{ kind: 'step', step: 'register', department: 'any', path: 'uscc' } as const, '统一社会信用代码'],
  [{ kind: 'step', step: 'other', department: 'any', path: 'uscc' } as const, 'uscc'],
])('a source is called from the outermost field in', (source, name) => {
  expect(sourceName(source, schemas, words)).toBe(name);
});
