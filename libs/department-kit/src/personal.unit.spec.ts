import { expect, test } from '@jest/globals';
import { withoutPersonal } from './personal.ts';

const schema = {
  properties: {
    uscc: { type: 'string', sensitivity: 'public' },
    representative: { type: 'object', properties: { name: { sensitivity: 'personal' }, idNumber: { sensitivity: 'personal' } } },
  },
};
const input = {
  uscc: '91330106MA0000015K',
  representative: { name: '张三', idNumber: '11010519491231002X' },
  undeclared: ['13800138000', 'X', true],
};

test('the text of an error repeats no personal value, and says the rest', () => {
  const cause = new Error('no line of 13800138000');
  const error = new Error('张三 (11010519491231002X) of 91330106MA0000015K: X', { cause });
  expect(withoutPersonal(error, input, schema)).toBe(error);
  expect([error.message, cause.message]).toEqual(['*** (***) of 91330106MA0000015K: X', 'no line of ***']);
  expect(error.stack).toContain('*** (***) of 91330106MA0000015K: X');
  expect(error.stack).not.toContain('张三');
});

test('what is no error, and input that is no object, stay as they are', () => {
  expect(withoutPersonal('张三', input, schema)).toBe('张三');
  const error = new Error('张三');
  expect((withoutPersonal(error, undefined, schema) as Error).message).toBe('张三');
});
