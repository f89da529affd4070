import { expect, test } from '@jest/globals';
import { curlOf } from './copies.ts';
import { factsOf } from './facts.ts';

test('the line of an event has its step and what is short in its body', () => {
  const data = { commandKey: 'c/s/forward/1', code: 'HT-1', asks: ['seal', 'tax'], none: [], within: { deep: 1 }, done: true };
  expect(factsOf({ step: 'tax', data })).toEqual([
    ['step', 'tax'],
    ['code', 'HT-1'],
    ['asks', '×2'],
    ['done', 'true'],
  ]);
  expect(factsOf({ data: null })).toEqual([]);
  expect(factsOf({ data: { text: 'x'.repeat(1_000_000) } })[0]?.[1]).toHaveLength(80);
});

test('an event as a command holds no token, and nothing that a shell would run', () => {
  const command = curlOf({ id: '$(rm -rf /)`a`"\'!', subject: '019ab2c4-0000-7000-8000-000000000001' });
  expect(command).toMatch(/^curl -H "authorization: Bearer \$TOKEN" "\$EVENT_HUB\/v1\/events\?[\w=&%+.*-]+"$/);
});
