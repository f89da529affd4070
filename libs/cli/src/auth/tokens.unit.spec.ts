import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from '@jest/globals';
import { endAll, serving } from '../testing/local-start.ts';
import { tokensOfPerson } from './tokens.ts';

afterEach(endAll);

/** An issuer whose tokens live for a second, with a browser that signs in at once. `renews` says how often it renews them. */
async function person(renews: number): Promise<{ token: ReturnType<typeof tokensOfPerson>; grants: string[]; signIns: () => number }> {
  const grants: string[] = [];
  let signIns = 0;
  const { url } = await serving((request, response) => {
    const json = (body: unknown, status = 200): void =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url !== '/token') return json({ issuer: url, authorization_endpoint: `${url}/auth`, token_endpoint: `${url}/token` });
    void text(request).then((body) => {
      const asked = new URLSearchParams(body);
      const number = grants.push(`${asked.get('grant_type')} ${asked.get('refresh_token') ?? ''}`.trim());
      if (number > renews + 1) return json({ error: 'invalid_grant' }, 400);
      const refresh = renews > 0 && { refresh_token: `refresh-${number}` };
      return json({ access_token: `token-${number}`, token_type: 'bearer', expires_in: 1, ...refresh });
    });
  });
  const note = (line: string): void => {
    const address = new URL(/http\S+auth\S+/.exec(line)?.[0] ?? '');
    const back = new URL(address.searchParams.get('redirect_uri') ?? '');
    back.search = new URLSearchParams({ code: 'code', state: address.searchParams.get('state') ?? '' }).toString();
    signIns++;
    void fetch(back);
  };
  const system = { issuer: url, eventHub: url, clients: {}, peopleFile: 'people' };
  return { token: tokensOfPerson(system, { note, ended: new AbortController().signal }), grants, signIns: () => signIns };
}

test('one who has signed in is asked no more: the token is renewed by what the issuer gave for it, each time anew', async () => {
  const { token, grants, signIns } = await person(2);
  expect([await token(), await token({ fresh: true }), await token({ fresh: true })]).toEqual(['token-1', 'token-2', 'token-3']);
  expect(grants).toEqual(['authorization_code', 'refresh_token refresh-1', 'refresh_token refresh-2']);
  expect(signIns()).toBe(1);
});

test('says that one has to sign in again when the issuer renews no more, or never does', async () => {
  const ended = await person(1);
  await ended.token();
  await ended.token({ fresh: true });
  await expect(ended.token({ fresh: true })).rejects.toMatchObject({
    name: 'TokenRefused',
    message: 'Your sign-in has come to its end: sign in again.',
  });
  const never = await person(0);
  await never.token();
  await expect(never.token({ fresh: true })).rejects.toThrow('this issuer does not renew it: sign in again');
});
