import { eventFaults } from '@hengtong/testing';
import { expect, test } from '@jest/globals';
import { humanResources } from './human-resources.ts';

test('events keep what was promised of them', async () => {
  expect(await eventFaults(humanResources, import.meta.dirname)).toEqual([]);
});
