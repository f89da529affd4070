import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { businessScopeGround, licensedItems } from './business-scope.ts';

test.each([['面包烘焙'], ['软件开发'], ['消毒品销售'], ['食品销售'], ['道路货物运输']])('%s may be registered', (item) => {
  expect(businessScopeGround([item])).toBeUndefined();
});

test.each([
  ['毒品销售', 'scope.prohibited', '刑法 347'],
  ['虚拟货币交易服务', 'scope.prohibited', '银发〔2021〕237号 一'],
  ['危险化学品经营', 'scope.prior-licence', '危险化学品安全管理条例 33'],
  ['国内 快递', 'scope.prior-licence', '邮政法 51'],
])('%s: %s by %s', (item, code, law) => {
  expect(businessScopeGround(['软件开发', item])).toMatchObject({ code, law, reason: expect.stringContaining(item) });
});

test.each([[[]], [['']], [['  ', '']]])('%j names no business', (items) => {
  expect(businessScopeGround(items)?.code).toBe('scope.empty');
});

test('what needs a licence later is registered, and named', () => {
  expect(licensedItems(['软件开发', '食品销售', '餐饮服务'])).toEqual(['食品销售', '餐饮服务']);
});

test('no other item makes up for one that is refused', () => {
  const innocent = fc.array(fc.constantFrom<string>('软件开发', '食品销售', '咨询', ''), { maxLength: 8 });
  fc.assert(
    fc.property(innocent, fc.nat(8), (items, at) => {
      expect(businessScopeGround(items.toSpliced(at, 0, '赌博'))?.code).toBe('scope.prohibited');
    }),
  );
});
