import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { registeredCapitalGround } from './registered-capital.ts';

const company = '杭州知味烘焙有限公司';
const partnership = '杭州明理咨询中心（有限合伙）';

test.each([
  [0.01, company, undefined],
  [1_000_000_000, company, undefined],
  [0, partnership, undefined],
  [0, company, 'capital.not-positive'],
  [-1, partnership, 'capital.not-positive'],
  [0.001, company, 'capital.not-in-fen'],
  [1_000_000_000.01, company, 'capital.needs-assessment'],
])('%d yuan for %s: %s', (capital, name, code) => {
  expect(registeredCapitalGround(capital, name)?.code).toBe(code);
});

test('any sum in fen up to a billion yuan is in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000_000_000 }), (fen) => {
      expect(registeredCapitalGround(fen / 100, company)).toBeUndefined();
    }),
  );
});
