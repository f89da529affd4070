import { AccessClaims } from '@hengtong/contracts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { authorization, Browser, verifier } from './testing/authorization.ts';
import { SERVERS, TestIssuer, type TokenAnswer } from './testing/issuer.ts';

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await TestIssuer.start();
}, SERVERS);
afterAll(() => issuer.remove(), SERVERS);

/** Signs a person in by the form, with the right password. */
async function codeOf(person: string, parameters = authorization()): Promise<string> {
  const browser = new Browser(issuer.url);
  const end = await browser.signIn(await browser.begin(parameters), person, await issuer.passwordOf(person));
  expect(end.get('state')).toBe('of-the-application');
  expect(end.get('iss')).toBe(issuer.url);
  return end.get('code') ?? '';
}

function redeem(code: string, more: Record<string, string> = { code_verifier: verifier }): Promise<TokenAnswer> {
  const { client_id = '', redirect_uri = '' } = authorization();
  return issuer.token({ grant_type: 'authorization_code', client_id, redirect_uri, code, ...more });
}

test('the page is in both languages, has no script, and its policy lets none in', async () => {
  const browser = new Browser(issuer.url);
  const answer = await browser.get(await browser.begin());
  const page = await answer.text();
  expect(answer.status).toBe(200);
  expect(page).toContain('<html lang="zh-CN">');
  expect(page).toContain('用户名 <span lang="en">Name</span>');
  expect(page).toContain('横通命令行 Hengtong command line');
  expect(page).not.toMatch(/<script|style=|onclick|src=/);
  expect(answer.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self' http:\/\/127\.0\.0\.1:5555; frame-ancestors 'none'; base-uri 'none'$/,
  );
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test.each([
  ['he.min', { actor: 'operator', role: 'observer' }, false],
  ['sun.tao', { actor: 'operator', role: 'operator' }, true],
  ['gao.jie', { actor: 'operator', role: 'supervisor' }, true],
])('the operator %s gets the rights of the role', async (person, claims, mayRedrive) => {
  const { body } = await redeem(await codeOf(person));
  const { sub, client_id, scope, ...rest } = AccessClaims.parse((await issuer.verified(body.access_token)).payload);
  expect({ sub, client_id, ...rest }).toEqual({ sub: person, client_id: 'hengtong-cli', ...claims });
  expect(scope.split(' ').includes('dead-letters:write')).toBe(mayRedrive);
  expect(decodeJwt(body.id_token ?? '')).toMatchObject({ sub: person, aud: 'hengtong-cli', ...claims });
});

test('an officer gets department and division, and of the scopes asked for those that officers hold', async () => {
  const { body } = await redeem(await codeOf('zhou.yan', authorization({ scope: 'openid work-items:write dead-letters:write' })));
  expect(AccessClaims.parse((await issuer.verified(body.access_token)).payload)).toEqual({
    sub: 'zhou.yan',
    client_id: 'hengtong-cli',
    actor: 'officer',
    department: 'taxation',
    division: '330106',
    scope: 'work-items:write',
  });
  expect(decodeJwt(body.id_token ?? '')).toMatchObject({ name: '周岩' });
});

test('a refresh token is good once; its second use ends the sign-in', async () => {
  const first = await redeem(await codeOf('sun.tao'));
  const refresh = (token = '') => issuer.token({ grant_type: 'refresh_token', client_id: 'hengtong-cli', refresh_token: token });
  const second = await refresh(first.body.refresh_token);
  expect((await issuer.verified(second.body.access_token)).payload).toMatchObject({ sub: 'sun.tao', role: 'operator' });
  expect(await refresh(first.body.refresh_token)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  expect(await refresh(second.body.refresh_token)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
});

test('without PKCE, or with the plain method, there is no sign-in', async () => {
  const { code_challenge: _none, code_challenge_method: _neither, ...without } = authorization();
  const refused = new URL(await new Browser(issuer.url).begin(without));
  expect(refused.origin).toBe('http://127.0.0.1:5555');
  expect(refused.searchParams.get('error')).toBe('invalid_request');
  const plain = new URL(await new Browser(issuer.url).begin(authorization({ code_challenge_method: 'plain' })));
  expect(plain.searchParams.get('error')).toBe('invalid_request');
});

test('a code goes back in the query and in no other way', async () => {
  const refused = new URL(await new Browser(issuer.url).begin(authorization({ response_mode: 'fragment' })));
  expect(refused.searchParams.get('error') ?? new URLSearchParams(refused.hash.slice(1)).get('error')).toBe('invalid_request');
});

test('what an application sends comes back as it was, whatever it is', async () => {
  const state = '\0 & 横通 "';
  const browser = new Browser(issuer.url);
  const form = await browser.begin(authorization({ state, nonce: '\0' }));
  expect((await browser.signIn(form, ' Sun.Tao ', await issuer.passwordOf('sun.tao'))).get('state')).toBe(state);
});

test('a code is worth nothing without its verifier, and nothing the second time', async () => {
  const code = await codeOf('sun.tao');
  const invalid = { status: 400, body: { error: 'invalid_grant' } };
  expect(await redeem(code, {})).toMatchObject(invalid);
  expect(await redeem(code, { code_verifier: 'a'.repeat(43) })).toMatchObject(invalid);
  expect(await redeem(code)).toMatchObject({ status: 200 });
  expect(await redeem(code)).toMatchObject(invalid);
});

test('of two who redeem a code at once, one at most gets a token', async () => {
  const code = await codeOf('sun.tao');
  const answers = await Promise.all([redeem(code), redeem(code), redeem(code)]);
  expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
});

test('a code goes to the addresses of its application and nowhere else', async () => {
  const browser = new Browser(issuer.url);
  const answer = await browser.get(
    `/auth?${new URLSearchParams(authorization({ redirect_uri: 'https://elsewhere.example/' })).toString()}`,
  );
  expect(answer.status).toBe(400);
  expect(answer.headers.get('location')).toBeNull();
  expect(await answer.text()).toContain('invalid_redirect_uri');
});

test('a wrong password is refused in both languages, and so is a name that there is not', async () => {
  const browser = new Browser(issuer.url);
  const form = await browser.begin();
  for (const name of ['li.qiang', 'nobody', '"><script>', 'li\0qiang', '']) {
    const answer = await browser.post(form, { name, password: 'wrong' });
    expect(answer.status).toBe(403);
    const page = await answer.text();
    expect(page).toContain('用户名或密码不正确。 <span lang="en">Name or password is wrong.</span>');
    expect(page).not.toContain('<script>');
  }
});

test('after five wrong passwords even the right one has to wait; others do not', async () => {
  const browser = new Browser(issuer.url);
  const form = await browser.begin();
  // At once: each counts before its password is looked at.
  const wrong = await Promise.all(Array.from({ length: 5 }, () => browser.post(form, { name: 'wu.hao', password: 'wrong' })));
  expect(wrong.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  const right = { name: 'wu.hao', password: await issuer.passwordOf('wu.hao') };
  const waits = await browser.post(form, right);
  expect(waits.status).toBe(429);
  expect(Number(waits.headers.get('retry-after'))).toBeGreaterThan(25);
  expect(await codeOf('xu.lan')).not.toBe('');
  await issuer.sql(`update sign_in_attempts set wait_until = now() where name = 'wu.hao'`);
  expect(await codeOf('wu.hao')).not.toBe('');
});

test('the form of one browser is of no use in another', async () => {
  const form = await new Browser(issuer.url).begin();
  const other = new Browser(issuer.url);
  expect((await other.get(form)).status).toBe(400);
  const password = await issuer.passwordOf('sun.tao');
  expect((await other.post(form, { name: 'sun.tao', password })).status).toBe(400);
});

test('whoever is signed in is not asked again, until signed out', async () => {
  const browser = new Browser(issuer.url);
  await browser.signIn(await browser.begin(), 'gao.jie', await issuer.passwordOf('gao.jie'));
  expect(new URL(await browser.begin()).searchParams.get('code')).toEqual(expect.any(String));
  const page = await (await browser.get('/session/end?client_id=hengtong-cli')).text();
  expect(page).toContain('要退出横通吗');
  const xsrf = /name="xsrf" value="(\w+)"/.exec(page)?.[1] ?? '';
  await browser.post('/session/end/confirm', { xsrf, logout: 'yes' });
  expect(await browser.begin()).toMatch(/^\/sign-in\//);
});
