import { afterEach, expect, test } from '@jest/globals';
import { eventually } from '@hengtong/testing';
import { decodeProtectedHeader } from 'jose';
import { SERVERS, TestIssuer } from './testing/issuer.ts';

let issuer: TestIssuer;
afterEach(() => issuer.remove(), SERVERS);

async function newToken(): Promise<string> {
  return (await issuer.clientCredentials('taxation')).body.access_token ?? '';
}

const signerOf = (token: string) => decodeProtectedHeader(token).kid;

test('a new key is published before it signs, and the old one stays for what it has signed', async () => {
  issuer = await TestIssuer.start({ SIGNING_ROTATION: 'P90D', SIGNING_NOTICE: 'PT1S' });
  const early = await newToken();
  const first = signerOf(early) ?? '';
  expect(await issuer.keys()).toEqual([first]);

  await issuer.sql(`update signing_keys set signs_from = now() - interval '90 days'`);
  const second = await eventually(async () => {
    const [found] = (await issuer.keys()).filter((kid) => kid !== first);
    if (found === undefined) throw new Error('no other key is published yet');
    return found;
  });
  const secondSignsFrom = (when: string) => issuer.sql(`update signing_keys set signs_from = ${when} where kid = '${second}'`);
  await secondSignsFrom(`now() + interval '1 hour'`);
  await eventually(async () => expect(await issuer.keys()).toEqual([first, second]));
  expect(signerOf(await newToken())).toBe(first);

  await secondSignsFrom('now()');
  await eventually(async () => expect(await issuer.keys()).toEqual([second, first]));
  const late = await newToken();
  expect(signerOf(late)).toBe(second);
  await issuer.verified(early);
  await issuer.verified(late);

  await secondSignsFrom(`now() - interval '6 minutes 1 second'`);
  await eventually(async () => expect(await issuer.keys()).toEqual([second]));
});

test('what is published is public', async () => {
  issuer = await TestIssuer.start();
  const { keys } = (await (await fetch(`${issuer.url}/jwks`)).json()) as { keys: object[] };
  expect(keys).toEqual([
    { kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig', kid: expect.any(String), x: expect.any(String), y: expect.any(String) },
  ]);
});

test('two processes agree on their keys', async () => {
  issuer = await TestIssuer.prepare();
  await Promise.all([issuer.start(), issuer.startAnother()]);
  expect(await issuer.keys()).toHaveLength(1);
  await issuer.verified((await issuer.clientCredentials('taxation')).body.access_token);
});
