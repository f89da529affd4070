import { AccessClaims } from '@hengtong/contracts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SERVERS, TestIssuer } from './testing/issuer.ts';

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await TestIssuer.start();
}, SERVERS);
afterAll(() => issuer.remove(), SERVERS);

test('discovery says what is where, under the very address that stands in tokens', async () => {
  const document = (await (await fetch(`${issuer.url}/.well-known/openid-configuration`)).json()) as object;
  expect(document).toMatchObject({
    issuer: issuer.url,
    token_endpoint: `${issuer.url}/token`,
    authorization_endpoint: `${issuer.url}/auth`,
    jwks_uri: `${issuer.url}/jwks`,
    grant_types_supported: expect.arrayContaining(['client_credentials', 'authorization_code', 'refresh_token']),
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
    id_token_signing_alg_values_supported: ['ES256'],
  });
  // What is promised is served.
  const served = ['authorization', 'end_session', 'token'].map((name) => `${name}_endpoint`);
  expect(
    Object.keys(document)
      .filter((key) => key.endsWith('_endpoint'))
      .toSorted(),
  ).toEqual(served);
});

test("a department's system gets a token for five minutes, with its department and all its scopes", async () => {
  const { status, headers, body } = await issuer.clientCredentials('taxation');
  expect(status).toBe(200);
  expect(headers.get('cache-control')).toBe('no-store');
  const { payload, protectedHeader } = await issuer.verified(body.access_token);
  expect(protectedHeader).toEqual({ alg: 'ES256', typ: 'at+jwt', kid: expect.any(String) });
  expect(AccessClaims.parse(payload)).toEqual({
    sub: 'taxation',
    client_id: 'taxation',
    actor: 'system',
    department: 'taxation',
    scope:
      'work-items:read work-items:write records:read records:write capabilities:read events:read events:write grants:write cases:read metrics:read',
  });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300);
  expect(body.scope).toBe(payload['scope']);
});

test.each([
  ['statistics', { actor: 'agency', agency: 'statistics', scope: 'events:read events:write subscriptions:write grants:write' }],
  ['credit-platform', { actor: 'agency', agency: 'credit-platform', scope: 'events:read events:write subscriptions:write grants:write' }],
  ['applicants-portal', { actor: 'portal', scope: 'cases:open cases:read' }],
])('%s gets what it is', async (client, claims) => {
  const { body } = await issuer.clientCredentials(client);
  const { payload } = await issuer.verified(body.access_token);
  expect(AccessClaims.parse(payload)).toEqual({ sub: client, client_id: client, ...claims });
});

test('a scope that is asked for and not held is not given, and the answer says which are', async () => {
  const { body } = await issuer.clientCredentials('applicants-portal', { scope: 'cases:read dead-letters:write openid' });
  expect(body.scope).toBe('cases:read');
  expect((await issuer.verified(body.access_token)).payload['scope']).toBe('cases:read');
});

test('who asks only for what is not held gets no token', async () => {
  expect(await issuer.clientCredentials('statistics', { scope: 'cases:open' })).toMatchObject({
    status: 400,
    body: { error: 'invalid_scope' },
  });
});

test('claims cannot be asked for, nor another audience', async () => {
  const { body } = await issuer.clientCredentials('statistics', { actor: 'operator', role: 'supervisor', claims: '{}' });
  expect((await issuer.verified(body.access_token)).payload).not.toHaveProperty('role');
  const elsewhere = await issuer.clientCredentials('statistics', { resource: 'https://elsewhere.example' });
  expect(elsewhere).toMatchObject({ status: 400, body: { error: 'invalid_target' } });
});

test('a wrong secret, and no secret, are 401', async () => {
  const wrong = await issuer.clientCredentials('taxation', {}, 'wrong');
  expect(wrong).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
  expect(wrong.headers.get('www-authenticate')).toMatch(/^Basic/);
  expect(await issuer.token({ grant_type: 'client_credentials', client_id: 'taxation' })).toMatchObject({ status: 401 });
  expect(await issuer.clientCredentials('nobody', {}, 'wrong')).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
});

test('a NUL, which PostgreSQL cannot keep, is as wrong as any other name', async () => {
  const named = { client_id: 'tax\0ation', client_secret: 'wrong' };
  expect(await issuer.token({ grant_type: 'client_credentials', ...named })).toMatchObject({
    status: 401,
    body: { error: 'invalid_client' },
  });
  expect((await fetch(`${issuer.url}/auth?client_id=%00`)).status).toBe(400);
});

test('an application without a secret gets no token in its own name, and software cannot sign people in', async () => {
  const cli = await issuer.token({ grant_type: 'client_credentials', client_id: 'hengtong-cli' });
  expect(cli).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
  const taxation = await issuer.clientCredentials('taxation', { grant_type: 'authorization_code', code: 'x', redirect_uri: 'http://x' });
  expect(taxation).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
});

test('what oidc-provider has for development and what is not used is not there', async () => {
  for (const path of ['/interaction/x', '/me', '/reg', '/token/introspection', '/device', '/request']) {
    const answer = await fetch(`${issuer.url}${path}`);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  }
});

test('a page of another port of this machine may ask for tokens, one of another machine may not', async () => {
  const { clients } = await issuer.secrets();
  const ask = (origin: string) =>
    fetch(`${issuer.url}/token`, {
      method: 'POST',
      headers: { origin, authorization: `Basic ${btoa(`taxation:${clients['taxation']}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
  expect((await ask('http://127.0.0.1:4103')).headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:4103');
  expect((await ask('https://elsewhere.example')).headers.get('access-control-allow-origin')).toBeNull();
});
