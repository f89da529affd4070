import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { signInByForm } from '@hengtong/local';
import { eventually, openChromium, type TestSystem, thereIsChromium } from '@hengtong/testing';
import type { Browser, Page } from 'playwright-core';
import { systemWithItsIssuer } from './own-issuer.ts';

/** Milliseconds in which a whole system starts or stops on a busy machine. */
const SYSTEM = 120_000;
const hengtong = join(import.meta.dirname, '../../../libs/cli/bin/hengtong.mjs');

(thereIsChromium() ? describe : describe.skip)('in a real browser', () => {
  let system: TestSystem;
  let browser: Browser;
  let page: Page;
  /** What the browser complains of: a script that fails, a resource that a policy keeps out. */
  let complaints: string[];
  let people: Readonly<Record<string, string>>;

  beforeAll(async () => {
    browser = await openChromium();
    system = await systemWithItsIssuer();
    ({ people } = JSON.parse(await readFile(join(system.dataDir, 'identity-secrets.json'), 'utf8')) as { people: Record<string, string> });
  }, SYSTEM);
  afterAll(async () => {
    await browser.close();
    await system.stop();
  }, SYSTEM);
  beforeEach(async () => {
    page = await browser.newPage();
    complaints = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (said) => {
      // An answer that says no is what some tests are about.
      if (said.type() === 'error' && !said.text().startsWith('Failed to load resource')) complaints.push(said.text());
    });
  });
  afterEach(() => page.close());

  const passwordOf = (name: string): string => people[name] ?? '';

  async function signIn(name: string, password: string): Promise<void> {
    await page.getByLabel('用户名 Name').fill(name);
    await page.getByLabel('密码 Password').fill(password);
    await page.getByRole('button', { name: '登录 Sign in' }).click();
  }

  /** Begins `hengtong login`. @returns the address that it asks to open */
  async function beginLogin(child: ChildProcessWithoutNullStreams): Promise<string> {
    let said = '';
    child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
    while (!/^ +http\S+$/m.test(said)) await once(child.stderr, 'data');
    return /^ +(http\S+)$/m.exec(said)?.[1] ?? '';
  }

  test('a person signs in to the command line, after a wrong password as well', async () => {
    const child = spawn(process.execPath, [hengtong, 'login', '--data', system.dataDir], { env: { PATH: process.env['PATH'] } });
    const printed = text(child.stdout);
    await page.goto(await beginLogin(child));
    expect(await page.getByRole('heading').textContent()).toContain('登录');

    await signIn('gao.jie', 'not the password');
    expect(await page.getByRole('alert').textContent()).toMatch(/密码.*password/is);
    expect(await page.getByLabel('用户名 Name').inputValue()).toBe('gao.jie');
    expect(complaints).toEqual([]);

    await signIn('gao.jie', passwordOf('gao.jie'));
    await page.getByText('You are signed in').waitFor();
    const authorization = (await printed).trim().replace('Authorization: ', '');
    expect((await fetch(`${system.orchestratorUrl}/v1/dead-letters`, { headers: { authorization } })).status).toBe(200);
  });

  test('in the documentation of a service, a token given to Authorize opens what it is good for', async () => {
    const { access_token } = await signInByForm({ issuerUrl: system.issuerUrl, name: 'zhou.yan', password: passwordOf('zhou.yan') });
    await page.goto(`${system.departments['taxation']}/docs`);
    const list = page.locator('.opblock', { has: page.locator('[data-path="/v1/work-items"]') });
    await list.locator('.opblock-summary-control').click();
    await list.getByRole('button', { name: 'Try it out' }).click();
    const status = list.locator('.live-responses-table tbody .response-col_status').first();
    const execute = async (): Promise<void> => list.getByRole('button', { name: 'Execute' }).click();

    await execute();
    await eventually(async () => expect(await status.textContent()).toContain('401'));

    await page.getByRole('button', { name: 'Authorize' }).first().click();
    const dialog = page.locator('.dialog-ux');
    await dialog.getByRole('textbox').fill(access_token);
    await dialog.getByRole('button', { name: 'Apply credentials' }).click();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await execute();
    await eventually(async () => expect(await status.textContent()).toContain('200'));
    expect(complaints).toEqual([]);
  });
});
