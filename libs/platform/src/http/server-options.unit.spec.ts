import { expect, test } from '@jest/globals';
import { serverOptions } from './server-options.ts';

test('by TLS the same limits hold as without', () => {
  const { http, ...plain } = { http: {}, ...serverOptions({ timeouts: { headers: 5 } }) };
  const { https, ...secured } = { https: {}, ...serverOptions({ timeouts: { headers: 5 }, certificate: { cert: 'c', key: 'k' } }) };
  expect(http).toMatchObject({ headersTimeout: 5, maxHeaderSize: 16_384 });
  expect(https).toEqual({ ...http, cert: 'c', key: 'k', handshakeTimeout: 5 });
  expect(secured).toEqual(plain);
});
