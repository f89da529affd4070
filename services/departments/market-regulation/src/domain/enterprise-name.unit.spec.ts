import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isCompany, nameGround, nameKey } from './enterprise-name.ts';

const code = (name: string): string | undefined => nameGround(name)?.code;

describe('a name in order', () => {
  test.each([
    '杭州知味烘焙有限公司',
    '浙江横通软件股份有限公司',
    '杭州明理咨询中心（有限合伙）',
    '青岛山海（杭州）贸易有限责任公司',
    '杭州一二三〇科技有限公司',
  ])('%s', (name) => expect(nameGround(name)).toBeUndefined());
});

describe('a name that is refused', () => {
  test.each([
    ['杭州知味烘焙', 'enterprise.name-form'],
    ['', 'enterprise.name-form'],
    ['Bakery Ltd', 'enterprise.name-form'],
    ['杭州Bakery烘焙有限公司', 'enterprise.name-characters'],
    ['杭州知味烘焙2号有限公司', 'enterprise.name-characters'],
    ['有限公司', 'enterprise.name-incomplete'],
    ['知味（）有限公司', 'enterprise.name-incomplete'],
    [`杭州${'知'.repeat(60)}有限公司`, 'enterprise.name-too-long'],
    ['中国知味烘焙有限公司', 'enterprise.name-reserved'],
    ['杭州市政府服务有限公司', 'enterprise.name-forbidden'],
  ])('%s: %s', (name, expected) => expect(code(name)).toBe(expected));
});

describe('two names are the same', () => {
  test.each([
    ['杭州知味烘焙有限公司', ' 杭州 知味　烘焙有限公司'],
    ['杭州知味（浙江）烘焙有限公司', '杭州知味(浙江)烘焙有限公司'],
    ['杭州知味烘焙有限公司', '杭州知味烘焙有限责任公司'],
    ['杭州知味烘焙股份有限公司', '杭州知味烘焙股份公司'],
  ])('%s, %s', (one, other) => expect(nameKey(one)).toBe(nameKey(other)));

  test('but not a limited company and a company limited by shares', () => {
    expect(nameKey('杭州知味烘焙有限公司')).not.toBe(nameKey('杭州知味烘焙股份有限公司'));
  });
});

const characters = fc.string({ unit: fc.constantFrom('杭', '州', '知', '味', '烘', '（', '(', ' ', '　', 'Ａ', 'a'), maxLength: 12 });
const names = fc
  .tuple(characters, fc.constantFrom('有限公司', '有限责任公司', '股份公司', '（有限合伙）', ''))
  .map((parts) => parts.join(''));

test('a key is its own key, and spaces never matter', () => {
  fc.assert(
    fc.property(names, fc.nat(20), (name, at) => {
      expect(nameKey(nameKey(name))).toBe(nameKey(name));
      expect(nameKey(`${name.slice(0, at)} ${name.slice(at)}`)).toBe(nameKey(name));
    }),
  );
});

test('names of one key are both in order or both refused', () => {
  fc.assert(fc.property(names, (name) => expect(code(nameKey(name))).toBe(code(name))));
});

test('a partnership is no company', () => {
  expect(isCompany('杭州知味烘焙有限公司')).toBe(true);
  expect(isCompany('杭州明理咨询中心（有限合伙）')).toBe(false);
});
