import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Problem } from '@hengtong/contracts';
import { SERVERS, TestBrowser, TestConsole } from './testing/console.ts';

let console: TestConsole;
beforeAll(async () => void (console = await TestConsole.start()), SERVERS);
afterAll(() => console.stop(), SERVERS);

interface SessionBody {
  readonly id: string;
  readonly scopes: readonly string[];
  readonly expiresAt: string;
}

describe('whoever signs in', () => {
  test('is led back to where they were going, and is known there', async () => {
    const browser = new TestBrowser(console.url);
    const to = await browser.signIn('sun.tao', await console.identity.passwordOf('sun.tao'), '/cases?status=stalled#top');
    expect(to).toBe('/cases?status=stalled#top');
    const { status, body } = await browser.get<SessionBody>('/api/session');
    expect(status).toBe(200);
    expect(body).toEqual({
      id: 'sun.tao',
      name: '孙涛',
      actor: 'operator',
      role: 'operator',
      scopes: expect.arrayContaining(['cases:read', 'dead-letters:write']),
      expiresAt: expect.any(String),
    });
    expect(Math.abs(Date.parse(body.expiresAt) - Date.now() - 3_600_000)).toBeLessThan(60_000);
  });

  test('is known with department and division, if an officer', async () => {
    const { body } = await (await console.signedIn('zhou.yan')).get('/api/session');
    expect(body).toMatchObject({ id: 'zhou.yan', name: '周岩', actor: 'officer', department: 'taxation', division: '330106' });
  });

  test.each(['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example'])('is not led to %s', async (to) => {
    const browser = new TestBrowser(console.url);
    expect(await browser.signIn('sun.tao', await console.identity.passwordOf('sun.tao'), to)).toBe('/');
  });

  test('gets a cookie that no script reads and no other site sends along, and never a token', async () => {
    const browser = new TestBrowser(console.url);
    const back = await browser.comeBack('sun.tao', await console.identity.passwordOf('sun.tao'));
    const answer = await browser.go(back.href);
    const [cookie = ''] = answer.headers.getSetCookie().filter((line) => line.startsWith('ht-console='));
    expect(cookie).toMatch(/^ht-console=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const secret = /=([\w-]+);/.exec(cookie)?.[1] ?? '';
    const rows = await console.sql<{ row: string }>('select s::text as row from sessions s');
    const stored = rows.map(({ row }) => row).join();
    for (const text of [secret, Buffer.from(secret, 'base64url').toString('hex'), 'eyJ', Buffer.from('eyJ').toString('hex')])
      expect(stored).not.toContain(text);
  });

  test('has begun it in the same browser, and comes back once', async () => {
    const browser = new TestBrowser(console.url);
    const back = await browser.comeBack('sun.tao', await console.identity.passwordOf('sun.tao'));
    const other = await new TestBrowser(console.url).go(back.href);
    expect(other.status).toBe(400);
    const page = await other.text();
    expect(page).toContain('不是在此浏览器中开始的');
    expect(page).toContain('href="/auth/sign-in?to=%2F"');
    expect((await browser.go(back.href)).status).toBe(303);
    expect((await browser.go(back.href)).status).toBe(400);
  });

  test('is not signed in by a code that the issuer did not give, nor by an answer of another issuer', async () => {
    for (const change of [{ code: 'invented' }, { iss: 'http://elsewhere.example' }, { error: 'access_denied' }]) {
      const browser = new TestBrowser(console.url);
      const back = await browser.comeBack('sun.tao', await console.identity.passwordOf('sun.tao'));
      for (const [name, value] of Object.entries(change)) back.searchParams.set(name, value);
      const answer = await browser.go(back.href);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('did not complete this sign-in');
      expect((await browser.get('/api/session')).status).toBe(401);
    }
  });

  test('may do so in two tabs at once', async () => {
    const browser = new TestBrowser(console.url);
    const [one, two] = [await browser.go('/auth/sign-in?to=/one'), await browser.go('/auth/sign-in?to=/two')];
    const password = await console.identity.passwordOf('sun.tao');
    const begun = await browser.comeBack('sun.tao', password, '/three');
    expect((await browser.go(begun.href)).headers.get('location')).toBe('/three');
    // Signed in at the issuer by now: the other two go straight through.
    for (const [answer, to] of [
      [one, '/one'],
      [two, '/two'],
    ] as const) {
      const at = await browser.go(answer.headers.get('location') ?? '');
      expect((await browser.go(at.headers.get('location') ?? '')).headers.get('location')).toBe(to);
    }
  });

  test('under another name of this machine is led to the one that the console has', async () => {
    const { port } = new URL(console.url);
    const answer = await fetch(`http://localhost:${port}/auth/sign-in?to=/cases`, { redirect: 'manual' });
    expect(answer.headers.get('location')).toBe(`${console.url}/auth/sign-in?to=%2Fcases`);
  });
});

describe('whoever is not signed in', () => {
  test.each(['/api/session', '/api/services', '/api/views', '/api/orchestrator/v1/cases', '/api/exports/cases.csv', '/api/dead-letters'])(
    'gets nothing from %s, and is told where to sign in',
    async (path) => {
      const { status, body } = await new TestBrowser(console.url).get<Problem>(path);
      expect({ status, body }).toMatchObject({ status: 401, body: { detail: expect.stringContaining('/auth/sign-in') } });
      expect(console.orchestrator.got).toEqual([]);
    },
  );
});

describe('a page of somebody else', () => {
  test.each<[string, Record<string, string>]>([
    ['without the mark', { 'x-hengtong-csrf': '' }],
    ['of another origin', { origin: 'https://elsewhere.example' }],
    ['of another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['of a sandbox', { origin: 'null' }],
    ['that says it is cross-site', { 'sec-fetch-site': 'cross-site' }],
  ])('%s changes nothing with the cookie of whoever looks at it', async (_which, headers) => {
    const browser = await console.signedIn();
    for (const path of ['/api/views', '/api/orchestrator/v1/dead-letters/redrives', '/auth/sign-out']) {
      const { status, body } = await browser.send<Problem>('POST', path, {}, headers);
      expect({ status, type: body.type }).toEqual({ status: 403, type: 'https://hengtong.dev/problems/forbidden' });
    }
    expect(console.orchestrator.got).toEqual([]);
    expect((await browser.get('/api/session')).status).toBe(200);
  });
});

describe('whoever signs out', () => {
  test('is signed out here at once, and at the issuer by its own page, which leads back', async () => {
    const browser = await console.signedIn('gao.jie');
    const { status, body, headers } = await browser.send<{ location: string }>('POST', '/auth/sign-out');
    expect(status).toBe(200);
    expect(headers.getSetCookie()).toEqual([expect.stringMatching(/^ht-console=; Max-Age=0/)]);
    expect((await browser.get('/api/session')).status).toBe(401);
    expect(await console.sql(`select 1 from sessions where name = '高洁'`)).toEqual([]);

    const asks = await browser.go(body.location);
    const page = await asks.text();
    expect(page).toContain('要退出横通吗');
    expect(asks.headers.get('content-security-policy')).toContain(`form-action 'self' ${console.url}`);
    const confirm = new URL('/session/end/confirm', console.identity.url).href;
    const form = new URLSearchParams({ xsrf: /name="xsrf" value="(\w+)"/.exec(page)?.[1] ?? '', logout: 'yes' });
    expect((await browser.go(confirm, { method: 'POST', body: form })).headers.get('location')).toBe(`${console.url}/`);
    const again = await browser.go('/auth/sign-in');
    const asked = await browser.go(again.headers.get('location') ?? '');
    expect(asked.headers.get('location')).toMatch(/\/sign-in\//);
  });
});
