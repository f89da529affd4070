import { eventFaults } from '@hengtong/testing';
import { expect, test } from '@jest/globals';
import { marketRegulation } from './market-regulation.ts';

test('events keep what was promised of them', async () => {
  expect(await eventFaults(marketRegulation, import.meta.dirname)).toEqual([]);
});
