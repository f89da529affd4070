import { expect, test } from '@jest/globals';

import { moduleOf, selfTimeByModule, sumSelfTimes } from './self-time.ts';

test.each([
  ['(garbage collector)', '', '(garbage collector)'],
  ['writev', '', 'native writev'],
  ['onread', 'node:internal/stream_base_commons', 'node:internal/stream_base_commons'],
  ['send', 'file:///srv/hengtong/node_modules/kafkajs/src/network/connection.js', 'kafkajs'],
  ['parse', 'file:///srv/hengtong/node_modules/zod/node_modules/@standard/spec/index.js', '@standard/spec'],
  ['flush', 'file:///srv/hengtong/libs/messaging/dist/unit-of-work.js', 'libs/messaging'],
  ['handle', 'file:///srv/hengtong/services/departments/taxation/dist/main.js', 'services/departments/taxation'],
  ['decide', 'file:///srv/hengtong/services/orchestrator/dist/main.js', 'services/orchestrator'],
])('%s of %j is time of %s', (functionName, url, module) => {
  expect(moduleOf({ functionName, url })).toBe(module);
});

test('time belongs to the function on top, and idle time to nobody', () => {
  const frame = (functionName: string, url = '') => ({ functionName, url });
  const time = selfTimeByModule({
    nodes: [
      { id: 1, callFrame: frame('(idle)') },
      { id: 2, callFrame: frame('send', 'file:///x/node_modules/kafkajs/index.js') },
      { id: 3, callFrame: frame('query', 'file:///x/node_modules/pg/lib/client.js') },
    ],
    samples: [1, 2, 3, 2],
    timeDeltas: [9_000, 1_000, 5_000, 2_000],
  });
  expect(sumSelfTimes([time, time])).toEqual([
    ['pg', 10],
    ['kafkajs', 6],
  ]);
});
