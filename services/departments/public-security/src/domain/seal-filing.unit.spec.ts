import { expect, test } from '@jest/globals';
import { sealFilingGround } from './seal-filing.ts';

const now = '2026-11-24T09:00:00Z';
const uscc = '91350100M000100Y43';
const representative = { idNumber: '11010519491231002X' };

test('numbers that check are no ground', () => {
  expect(sealFilingGround({ uscc, representative }, now)).toBeUndefined();
});

test('an identity number that does not check is a ground in law, and the number stays out of it', () => {
  const wrong = '110105194912310021';
  const ground = sealFilingGround({ uscc, representative: { idNumber: wrong } }, now);
  expect(ground).toMatchObject({ code: 'identity.number-invalid', law: expect.stringContaining('居民身份证法') });
  expect(JSON.stringify(ground)).not.toContain(wrong);
});

test('a credit code that does not check is a ground', () => {
  expect(sealFilingGround({ uscc: '91350100M000100Y44', representative }, now)?.code).toBe('enterprise.uscc-invalid');
});
