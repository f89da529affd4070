import { eventFaults } from '@hengtong/testing';
import { expect, test } from '@jest/globals';
import { housingFund } from './housing-fund.ts';

test('events keep what was promised of them', async () => {
  expect(await eventFaults(housingFund, import.meta.dirname)).toEqual([]);
});
