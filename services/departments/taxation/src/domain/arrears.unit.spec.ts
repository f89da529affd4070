import { expect, test } from '@jest/globals';
import { arrearsGround, NO_ARREARS } from './arrears.ts';

test('who owes nothing may register', () => {
  expect(arrearsGround(NO_ARREARS)).toBeUndefined();
});

test('arrears are a ground that names law, sum and day', () => {
  expect(arrearsGround({ amount: 1200.5, since: '2025-03-01T08:00:00.000Z' })).toEqual({
    code: 'tax.arrears',
    law: '税收征收管理法 44',
    reason: 'The legal representative has owed 1200.50 yuan in taxes since 2025-03-01: settle them, then apply again.',
  });
});
