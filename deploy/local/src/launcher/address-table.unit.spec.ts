import { expect, test } from '@jest/globals';
import { addressTable } from './address-table.ts';

test('columns stand in line on a terminal, where a Chinese character takes two', () => {
  const rows = [
    { name: 'orchestrator', title: '流程编排 Orchestrator', address: 'http://127.0.0.1:4002' },
    { name: 'taxation', title: '税务局 Taxation', address: 'http://127.0.0.1:4103' },
  ];
  expect(addressTable(rows)).toBe(
    ['  orchestrator  流程编排 Orchestrator  http://127.0.0.1:4002', '  taxation      税务局 Taxation        http://127.0.0.1:4103'].join(
      '\n',
    ),
  );
});
