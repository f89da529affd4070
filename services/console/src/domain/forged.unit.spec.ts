import { expect, test } from '@jest/globals';
import { forged, type Provenance } from './forged.ts';

const own = 'https://console.example';
const fromOurPage: Provenance = { method: 'POST', origin: own, site: 'same-origin', mark: '1' };

test('what our own page sends is taken, from browsers that say less, too', () => {
  expect(forged(fromOurPage, own)).toBeUndefined();
  expect(forged({ ...fromOurPage, site: undefined }, own)).toBeUndefined();
  expect(forged({ ...fromOurPage, origin: undefined }, own)).toBeUndefined();
});

test('what changes nothing may come from anywhere', () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS'])
    expect(forged({ method, origin: 'https://elsewhere.example', site: 'cross-site', mark: undefined }, own)).toBeUndefined();
});

test.each<[string, Partial<Provenance>]>([
  ['without the mark', { mark: undefined }],
  ['with another mark', { mark: 'true' }],
  ['from another origin', { origin: 'https://elsewhere.example' }],
  ['from another port of the same host', { origin: 'https://console.example:8443' }],
  ['from a page whose origin is kept secret', { origin: 'null' }],
  ['from a neighbour', { site: 'same-site' }],
  ['from another site', { site: 'cross-site' }],
  ['typed into the address bar', { site: 'none' }],
  ['from nobody knows where', { origin: undefined, site: undefined }],
])('a change %s is refused, and the reason said', (_how, provenance) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
    expect(forged({ ...fromOurPage, ...provenance, method }, own)).toEqual(expect.any(String));
});
