import { expect, test } from '@jest/globals';
import { withoutPersonal } from './personal.ts';

const schema = {
  properties: {
    uscc: { type: 'string', sensitivity: 'public' },
    phone: { type: 'string' },
    representative: { type: 'object', properties: { name: { sensitivity: 'personal' }, idNumber: { sensitivity: 'personal' } } },
  },
};
const input = {
  uscc: '91330106MA0000015K',
  representative: { name: '张三', idNumber: '11010519491231002X' },
  phone: '13800138000',
  undeclared: [8000, 'X', true, 44],
};

test('the text of an error repeats no personal value, and says the rest', () => {
  const cause = new Error('no line of 13800138000');
  const error = new Error('张三 (11010519491231002X, 8000) of 91330106MA0000015K: X by 税收征收管理法 44', { cause });
  expect(withoutPersonal(error, input, schema)).toBe(error);
  expect([error.message, cause.message]).toEqual(['*** (***, ***) of 91330106MA0000015K: X by 税收征收管理法 44', 'no line of ***']);
  expect(error.stack).toContain('*** (***, ***) of 91330106MA0000015K');
  expect(error.stack).not.toContain('张三');
});

test('a text that is thrown, or is a cause, and errors that another gathers repeat none either', () => {
  expect(withoutPersonal('no such person: 张三', input, schema)).toBe('no such person: ***');
  const error = new Error('not done', { cause: '13800138000 is not reached' });
  expect(withoutPersonal(error, input, schema)).toBe(error);
  expect(error.cause).toBe('*** is not reached');
  const both = new AggregateError([new Error('张三'), '张三'], 'neither was reached');
  expect(withoutPersonal(both, input, schema)).toBe(both);
  expect(both.errors.map(String)).toEqual(['Error: ***', '***']);
});

test('a value is found as JSON writes it, too', () => {
  const quoted = new Error(`refused ${JSON.stringify({ phone: '"138"\n00' })}`);
  withoutPersonal(quoted, { phone: '"138"\n00' }, schema);
  expect(quoted.message).toBe('refused {"phone":"***"}');
});

test('errors that cause each other come to an end', () => {
  const [one, other] = [new Error('张三'), new Error('11010519491231002X')];
  [one.cause, other.cause] = [other, one];
  withoutPersonal(one, input, schema);
  expect([one.message, other.message]).toEqual(['***', '***']);
});

test('an error that cannot be written to gives way to one that says as much', () => {
  const other = withoutPersonal(Object.freeze(new Error('张三 took too long')), input, schema) as Error;
  expect(other.message).toBe('*** took too long');
});
