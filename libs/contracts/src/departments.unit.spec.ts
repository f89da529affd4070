import { expect, test } from '@jest/globals';
import { DepartmentList } from './departments.ts';

const title = { zh: '税务局', en: 'Taxation' };
const taxation = { name: 'taxation', title, port: 4103 };

const faults = (list: unknown): string[] =>
  (DepartmentList.safeParse(list).error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`);

test('departments have names and ports of their own, and none of the platform’s', () => {
  expect(faults([taxation, { name: 'health', title, port: 4107 }])).toEqual([]);
  expect(faults([taxation, { name: 'health', title, port: 4103 }])).toEqual(['1.port must not be there twice: 4103']);
  expect(faults([taxation, { ...taxation, port: 4107 }])).toEqual(['1.name must not be there twice: taxation']);
  expect(faults([{ ...taxation, name: 'orchestrator' }])).toEqual(['0.name must not be the name of a service of the platform']);
});
