import { eventFaults } from '@hengtong/testing';
import { expect, test } from '@jest/globals';
import { taxation } from './taxation.ts';

test('events keep what was promised of them', async () => {
  expect(await eventFaults(taxation, import.meta.dirname)).toEqual([]);
});
