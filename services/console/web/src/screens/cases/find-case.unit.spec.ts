import { expect, test } from '@jest/globals';
import { findCase } from './find-case.ts';

test('an id leads to its case, a code to the one that has it, anything else to a search', () => {
  expect(findCase('01A20C80-1E0F-7A1B-8C2D-3E4F5A6B7C8D')).toEqual([{ kind: 'id', to: '/cases/01a20c80-1e0f-7a1b-8c2d-3e4f5a6b7c8d' }]);
  expect(findCase('ht-20261124-7k3m9qx2-d')).toEqual([{ kind: 'code', to: '/cases?q=HT-20261124-7K3M9QX2-D&open=sole' }]);
  expect(findCase('申请 12&3')).toEqual([{ kind: 'search', to: '/cases?q=%E7%94%B3%E8%AF%B7%2012%263' }]);
});
