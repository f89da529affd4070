import { expect, test } from '@jest/globals';
import { curlOf } from './copies.ts';
import { factsOf, worded } from './facts.ts';

test('the line of an event has its step and what is short in its body', () => {
  const data = { commandKey: 'c/s/forward/1', code: 'HT-1', asks: ['seal', 'tax'], none: [], within: { deep: 1 }, done: true };
  expect(factsOf({ step: 'tax', data })).toEqual([
    { name: 'step', value: 'tax' },
    { name: 'code', value: 'HT-1' },
    { name: 'asks', count: 2 },
    { name: 'done', value: 'true' },
  ]);
  expect(factsOf({ data: null })).toEqual([]);
  expect(factsOf({ data: { text: 'x'.repeat(1_000_000) } })).toEqual([{ name: 'text', value: 'x'.repeat(80) }]);
  expect(factsOf({ step: 'tax', data: { step: 'tax' } })).toEqual([{ name: 'step', value: 'tax' }]);
});

test('a fact is said in words; what has none stands as it came', () => {
  const known: Readonly<Record<string, string>> = { step: '步骤', outcome: '结果', employees: '职工' };
  const words = {
    titleOf: (name: string) => known[name],
    stepTitle: (step: string) => (step === 'tax' ? '税务登记' : undefined),
    outcomeWord: (outcome: string) => (outcome === 'granted' ? '准予' : undefined),
    asks: (count: number) => `请求步骤 ${count} 个`,
  };
  expect(
    [
      { name: 'step', value: 'tax' },
      { name: 'step', value: 'seal' },
      { name: 'outcome', value: 'granted' },
      { name: 'outcome', value: 'new' },
      { name: 'asks', count: 5 },
      { name: 'employees', count: 3 },
      { name: 'tax', value: 'granted' },
    ].map((fact) => worded(fact, words)),
  ).toEqual([
    { title: '步骤', isRaw: false, value: '税务登记' },
    { title: '步骤', isRaw: false, value: 'seal' },
    { title: '结果', isRaw: false, value: '准予' },
    { title: '结果', isRaw: false, value: 'new' },
    { title: '请求步骤 5 个', isRaw: false, value: '' },
    { title: '职工', isRaw: false, value: '×3' },
    { title: 'tax', isRaw: true, value: 'granted' },
  ]);
});

test('an event as a command holds no token, and nothing that a shell would run', () => {
  const command = curlOf({ id: '$(rm -rf /)`a`"\'!', subject: '019ab2c4-0000-7000-8000-000000000001' });
  expect(command).toMatch(/^curl -H "authorization: Bearer \$TOKEN" "\$EVENT_HUB\/v1\/events\?[\w=&%+.*-]+"$/);
});
