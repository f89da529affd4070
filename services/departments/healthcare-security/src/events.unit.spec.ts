import { eventFaults } from '@hengtong/testing';
import { expect, test } from '@jest/globals';
import { healthcareSecurity } from './healthcare-security.ts';

test('events keep what was promised of them', async () => {
  expect(await eventFaults(healthcareSecurity, import.meta.dirname)).toEqual([]);
});
