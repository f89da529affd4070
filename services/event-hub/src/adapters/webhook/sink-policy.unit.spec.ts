import { expect, test } from '@jest/globals';
import { isPublicAddress } from './public-address.ts';
import { readSink, STRICT } from './sink-policy.ts';

test.each(['8.8.8.8', '1.1.1.1', '100.63.255.255', '100.128.0.1', '172.15.0.1', '172.32.0.1', '2606:4700:4700::1111', '2a00:1450::1'])(
  '%s is public',
  (address) => expect(isPublicAddress(address)).toBe(true),
);

test.each([
  ['private', '10.0.0.1'],
  ['private', '172.16.0.1'],
  ['private', '192.168.1.1'],
  ['loopback', '127.0.0.1'],
  ['loopback', '127.255.255.254'],
  ['loopback', '::1'],
  ['link-local', '169.254.1.1'],
  ['link-local', 'fe80::1'],
  ['link-local with its zone', 'fe80::1%eth0'],
  ['the metadata service', '169.254.169.254'],
  ['the metadata service', 'fd00:ec2::254'],
  ['unique-local', 'fd12:3456::1'],
  ['unique-local', 'fc00::1'],
  ['site-local', 'fec0::1'],
  ['shared', '100.64.0.1'],
  ['shared', '100.127.255.255'],
  ['multicast', '224.0.0.1'],
  ['multicast', 'ff02::1'],
  ['unspecified', '0.0.0.0'],
  ['this network', '0.1.2.3'],
  ['unspecified', '::'],
  ['broadcast', '255.255.255.255'],
  ['reserved', '240.0.0.1'],
  ['documentation', '192.0.2.1'],
  ['documentation', '198.51.100.1'],
  ['documentation', '203.0.113.1'],
  ['documentation', '2001:db8::1'],
  ['documentation', '3fff::1'],
  ['benchmarking', '198.18.0.1'],
  ['benchmarking', '2001:2::1'],
  ['IETF protocols', '192.0.0.8'],
  ['relay anycast', '192.88.99.1'],
  ['mapped', '::ffff:127.0.0.1'],
  ['mapped, of a public one', '::ffff:8.8.8.8'],
  ['translated', '::ffff:0:127.0.0.1'],
  ['compatible', '::127.0.0.1'],
  ['compatible, of a public one', '::8.8.8.8'],
  ['NAT64', '64:ff9b::127.0.0.1'],
  ['NAT64', '64:ff9b::8.8.8.8'],
  ['local NAT64', '64:ff9b:1::a00:1'],
  ['local NAT64', '64:ff9b:1:ffff::1'],
  ['6to4', '2002:7f00:1::'],
  ['Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
  ['discard', '100::1'],
  ['ORCHID', '2001:20::1'],
  ['segment routing', '5f00::1'],
  ['outside of what is given out', '4000::1'],
  ['no address', 'localhost'],
  ['no address', ''],
])('%s is refused: %s', (_, address) => expect(isPublicAddress(address)).toBe(false));

const refusal = (sink: string, policy = STRICT): unknown => {
  try {
    return readSink(policy, sink).href;
  } catch (error) {
    return (error as { code: unknown }).code;
  }
};

test.each(['https://agency.example/events?of=3', 'https://agency.example:8443/', 'https://8.8.8.8/', 'https://[2606:4700::1]/'])(
  '%s may be a sink',
  (sink) => expect(refusal(sink)).toBe(sink),
);

test.each([
  '',
  'events',
  '//agency.example/',
  'http://agency.example/',
  'ftp://agency.example/',
  'javascript:alert(1)',
  'https://',
  'https://agency.example:22/',
  'https://agency.example:80/',
  'https://user@agency.example/',
  'https://user:password@agency.example/',
  'https://agency.example/#part',
  'https://agency.example/#',
])('%j may not', (sink) => expect(refusal(sink)).toBe('refused-sink'));

test.each([
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://017700000001/',
  'https://127.1/',
  'https://①②⑦.0.0.1/',
  'https://[::1]/',
  'https://[::ffff:10.0.0.1]/',
  'https://[64:ff9b::a9fe:a9fe]/',
  'https://169.254.169.254/latest/meta-data/',
])('%s is an address that is not public, however it is written', (sink) => expect(refusal(sink)).toBe('refused-address'));

test('with the switch for tests, any port, address and plain http may be reached; what is no URL or has credentials still not', () => {
  const anywhere = { anywhere: true, ports: [] };
  expect(refusal('http://127.0.0.1:9000/', anywhere)).toBe('http://127.0.0.1:9000/');
  expect(['file:///etc/passwd', 'http://a:b@127.0.0.1/', 'nothing'].map((sink) => refusal(sink, anywhere))).toEqual(
    Array(3).fill('refused-sink'),
  );
});
