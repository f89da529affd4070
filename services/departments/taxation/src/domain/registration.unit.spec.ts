import { expect, test } from '@jest/globals';
import { registrationGround } from './registration.ts';

const now = '2026-11-24T09:00:00Z';
const uscc = '91350100M000100Y43';
const representative = { idNumber: '11010519491231002X' };

test('numbers that check are no ground', () => {
  expect(registrationGround({ uscc, representative }, now)).toBeUndefined();
});

test.each([
  ['credit code', { uscc: '91350100M000100Y44', representative }, 'enterprise.uscc-invalid'],
  ['identity number', { uscc, representative: { idNumber: '110105194912310021' } }, 'identity.number-invalid'],
])('a %s that does not check is a ground', (_what, registration, code) => {
  expect(registrationGround(registration, now)?.code).toBe(code);
});
