import { afterEach, expect, test } from '@jest/globals';
import { endServers, type Asked, serveJson } from '../testing/serve.ts';
import { clientCredentials } from './client-credentials.ts';
import { TokenRefused } from './token-source.ts';

afterEach(endServers);

/** An issuer: discovery, and tokens with a number each, valid for so many seconds. `fault` may answer in its place. */
function issuer(validFor: number, fault: (asked: Asked) => { status: number; body: unknown } | undefined = () => undefined) {
  let given = 0;
  return serveJson(({ path, headers, ...asked }) => {
    const wrong = fault({ path, headers, ...asked });
    if (wrong) return wrong;
    const url = `http://${headers.host}`;
    if (path === '/.well-known/openid-configuration') return { body: { issuer: url, token_endpoint: `${url}/token` } };
    return { body: { access_token: `token-${++given}`, token_type: 'bearer', ...(validFor > 0 && { expires_in: validFor }) } };
  });
}

const secrets = { clientId: 'statistics', clientSecret: 'secret' };

test('asks the issuer by its discovery, as the client, and keeps the token; who asks at once shares it', async () => {
  const server = await issuer(300);
  const token = clientCredentials({ issuer: server.url, ...secrets, scope: 'events:read' });
  expect(await Promise.all([token(), token()])).toEqual(['token-1', 'token-1']);
  expect(await token()).toBe('token-1');
  expect(server.asked.map(({ path }) => path)).toEqual(['/.well-known/openid-configuration', '/token']);
  expect(server.asked[1]).toMatchObject({
    headers: { authorization: `Basic ${btoa('statistics:secret')}` },
    body: 'scope=events%3Aread&grant_type=client_credentials',
  });
});

test('one that was refused is replaced at once', async () => {
  const server = await issuer(300);
  const token = clientCredentials({ issuer: server.url, ...secrets });
  expect(await token()).toBe('token-1');
  expect(await token({ fresh: true })).toBe('token-2');
  expect(await token()).toBe('token-2');
});

test('one whose end is near is renewed before it comes', async () => {
  const server = await issuer(1);
  const token = clientCredentials({ issuer: server.url, ...secrets });
  expect(await token()).toBe('token-1');
  const begun = Date.now();
  while ((await token()) === 'token-1') await new Promise((resolve) => setTimeout(resolve, 10));
  expect(Date.now() - begun).toBeLessThan(1_000);
});

test('where the issuer does not say how long it is valid, it is used until it is refused', async () => {
  const server = await issuer(0);
  const token = clientCredentials({ issuer: server.url, ...secrets });
  expect([await token(), await token(), await token({ fresh: true })]).toEqual(['token-1', 'token-1', 'token-2']);
});

test('a client that the issuer does not know is refused in its words, for good', async () => {
  const unknown = { status: 401, body: { error: 'invalid_client', error_description: 'client authentication failed' } };
  const server = await issuer(300, ({ path }) => (path === '/token' ? unknown : undefined));
  const token = clientCredentials({ issuer: server.url, ...secrets });
  const refused = token();
  await expect(refused).rejects.toThrow(TokenRefused);
  await expect(refused).rejects.toThrow('The issuer gives no token to statistics');
});

test('an issuer that is away is asked again the next time', async () => {
  let away = true;
  const server = await issuer(300, () => (away ? { status: 503, body: {} } : undefined));
  const token = clientCredentials({ issuer: server.url, ...secrets });
  await expect(token()).rejects.not.toThrow(TokenRefused);
  away = false;
  expect(await token()).toBe('token-1');
});
