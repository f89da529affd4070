import { eventFaults } from '@hengtong/testing';
import { expect, test } from '@jest/globals';
import { publicSecurity } from './public-security.ts';

test('events keep what was promised of them', async () => {
  expect(await eventFaults(publicSecurity, import.meta.dirname)).toEqual([]);
});
