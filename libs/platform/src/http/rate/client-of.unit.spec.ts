import { expect, test } from '@jest/globals';
import { clientOf, networkOf } from './client-of.ts';

test('a known caller is counted as their client, wherever the request comes from', () => {
  expect(clientOf({ ip: '10.0.0.1', caller: { clientId: 'taxation' } })).toBe(
    clientOf({ ip: '10.0.0.2', caller: { clientId: 'taxation' } }),
  );
});

test('an unknown one by address; no client can name itself so', () => {
  expect(clientOf({ ip: '10.0.0.1' })).toBe('10.0.0.1');
  expect(clientOf({ ip: '10.0.0.2', caller: { clientId: '10.0.0.1' } })).not.toBe('10.0.0.1');
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::6', '2001:db8:1:2::/64'],
  ['2001:db8::6', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['64:ff9b::', '64:ff9b:0:0::/64'],
])('%s is counted as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
