import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Problem } from '@hengtong/contracts';
import { SERVERS, TestBrowser, TestConsole } from './testing/console.ts';

const HTML = { accept: 'text/html,application/xhtml+xml' };
const script = 'console.log("横通");'.repeat(100);

let folder: string;
let console: TestConsole;
let browser: TestBrowser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-page-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><meta name="csp-nonce" content="" /><script src="/assets/index-a1.js"></script>',
  );
  await writeFile(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(folder, 'assets', 'index-a1.js'), script);
  await writeFile(join(folder, 'assets', 'index-a1.js.br'), brotliCompressSync(script));
  console = await TestConsole.start({ PAGE_DIR: folder });
  browser = new TestBrowser(console.url);
}, SERVERS);
afterAll(async () => {
  await console.stop();
  await rm(folder, { recursive: true });
}, SERVERS);

test('every address that is asked for as a page is the page, whoever asks, with a policy that lets in what is ours alone', async () => {
  for (const path of ['/', '/cases', '/cases/01a2?tab=data', '/subscriptions/新']) {
    const { status, headers, body } = await browser.get<string>(path, HTML);
    expect([path, status, headers.get('content-type')]).toEqual([path, 200, 'text/html; charset=utf-8']);
    const nonce = /<meta name="csp-nonce" content="([\w-]{22})"/.exec(body)?.[1];
    expect(headers.get('content-security-policy')).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'; ` +
        `connect-src 'self'; form-action 'self' ${console.identity.url}; frame-ancestors 'none'; base-uri 'none'`,
    );
    expect(headers.get('cache-control')).toBe('no-store');
  }
});

test('no two answers have the same nonce', async () => {
  const policies = await Promise.all([1, 2, 3].map(async () => (await browser.get('/', HTML)).headers.get('content-security-policy')));
  expect(new Set(policies).size).toBe(3);
});

test('assets are kept by browsers for good, and come packed to those who can unpack', async () => {
  const packed = await browser.go('/assets/index-a1.js', { headers: { 'accept-encoding': 'br' } });
  expect(Object.fromEntries(packed.headers)).toMatchObject({
    'content-encoding': 'br',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': expect.stringContaining('javascript'),
    'x-content-type-options': 'nosniff',
  });
  expect(await packed.text()).toBe(script);
  const plain = await browser.go('/assets/index-a1.js', { headers: { 'accept-encoding': 'identity' } });
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(await plain.text()).toBe(script);
  expect((await browser.get('/icon.svg')).status).toBe(200);
});

test.each(['/assets/none.js', '/assets/..%2f..%2fpackage.json', '/index.html', '/none.svg', '/.env'])('%s is not there', async (path) => {
  const { status, headers } = await browser.get(path, { accept: '*/*' });
  expect([400, 403, 404]).toContain(status);
  expect(headers.get('content-type')).toContain('application/problem+json');
});

test('what a program asks for, or is of the interface, is no page', async () => {
  for (const [path, headers] of [
    ['/cases', { accept: 'application/json' }],
    ['/api/none', HTML],
    ['/auth/none', HTML],
    ['/v1/cases', HTML],
  ] as const)
    expect(await browser.get<Problem>(path, headers)).toMatchObject({ status: 404, body: { title: 'There is no such thing' } });
});
