import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { commandsTopic, type DeadLetter } from '@hengtong/contracts';
import { eventually, readTopics, runningSystem, sealCommand, thereIsChromium, type Topics } from '@hengtong/testing';
import type { Page } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { type Backbone, PATIENT, sharedBackbone } from './backbone.ts';
import { signIn, useWindows } from './window.ts';
import { type AtOfficer, waitingForOfficer } from './work-items.ts';

/** A name that runs, where it is taken for HTML. */
const SCRIPT = '<img src=x onerror="window.ran=1">';

(thereIsChromium() ? describe : describe.skip)('bad input', () => {
  const windows = useWindows();
  let backbone: Backbone;
  let topics: Topics | undefined;
  let at: AtOfficer;
  beforeAll(async () => {
    backbone = await sharedBackbone();
    at = await waitingForOfficer(backbone, ({ input, ...application }) => ({
      ...application,
      input: { ...input, address: SCRIPT, legalRepresentative: { ...(input['legalRepresentative'] as object), name: SCRIPT } },
    }));
  }, 120_000);
  afterAll(() => topics?.stop());

  const main = (page: Page) => page.getByRole('main');
  /** What was written is seen as it was written, and nothing of it ran. */
  async function isOnlyText(page: Page): Promise<void> {
    await page.getByText(SCRIPT).first().waitFor();
    expect(await page.locator('img[src=x]').count()).toBe(0);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    expect(windows.complaints).toEqual([]);
  }

  test('a script in what an applicant entered is shown to whoever sees that, and never runs', async () => {
    const page = await windows.open(backbone, 'gao.jie', `/cases/${at.opened.id}?tab=data`);
    await isOnlyText(page);
    await page.getByRole('tab', { name: '原文' }).click();
    await main(page).getByText('onerror=').first().waitFor();
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    await isOnlyText(await windows.open(backbone, 'wu.hao', `/departments/public-security?item=${at.item.id}`));
  });

  test("a script in an agency's event is shown in the stream and beside it, and never runs", async () => {
    const subject = uuidv7();
    const type = 'gov.hengtong.credit-record.updated.v1';
    const event = { type, subject, data: { uscc: SCRIPT, change: 'listed' } };
    expect(await backbone.as('credit-platform', `${backbone.eventHub}/v1/events`, event)).toMatchObject({ status: 202 });
    const page = await windows.open(backbone, 'gao.jie', `/events?q=case:${subject}`);
    await isOnlyText(page);
    await page.getByRole('row').filter({ hasText: '信用记录已更新' }).click();
    await page.getByRole('complementary').getByText('onerror=').first().waitFor();
    await isOnlyText(page);
  });

  test('a message of nearly 1 MB is shown at once, and the page goes on', async () => {
    topics = await readTopics(await runningSystem(backbone.dataDir));
    const caseId = uuidv7();
    const lines = Array.from({ length: 9_000 }, (_, index) => `${index} ${'长'.repeat(30)}`);
    const { headers, ...command } = sealCommand(caseId);
    const { ce_type: _, ...untyped } = headers;
    await topics.write(commandsTopic('public-security'), {
      ...command,
      headers: untyped,
      value: JSON.stringify({ lines, tail: 'the end' }),
    });
    const letters = `${backbone.departments['public-security']}/v1/dead-letters`;
    const letter = await eventually(async () => {
      const { body } = await backbone.as<{ items: DeadLetter[] }>('gao.jie', `${letters}?caseId=${caseId}`);
      if (!body.items[0]) throw new Error('there is no dead letter yet');
      return body.items[0];
    }, PATIENT);
    expect(letter.bytes).toBeGreaterThan(850_000);

    const page = await windows.open(backbone, 'gao.jie', `/dead-letters?letter=public-security+${letter.id}`);
    const beside = page.getByRole('complementary');
    await beside.getByRole('button', { name: '查看内容' }).click();
    await page.getByRole('dialog').getByLabel('理由').fill('看一条大消息');
    await page.getByRole('dialog').getByRole('button', { name: '查看内容' }).click();
    await beside.getByText('0 长长长').first().waitFor();
    // Only what is in sight is drawn.
    expect(await beside.getByText('8999 长').count()).toBe(0);
    await beside.getByRole('button', { name: '关闭' }).click();
    await beside.waitFor({ state: 'detached' });
    expect(await backbone.as('gao.jie', `${letters}/${letter.id}/discard`, { reason: 'Written by a test.' })).toMatchObject({
      status: 200,
    });
    expect(windows.complaints).toEqual([]);
  });

  test('a filter that does not parse is told with its place, and can be mended', async () => {
    const page = await windows.open(backbone, 'gao.jie', '/events?q=department:taxation+foo');
    const alert = page.getByRole('alert');
    await alert.getByText('第 21 个字起：').waitFor();
    expect(await alert.innerText()).toContain('「foo」前缺少筛选词');
    const line = page.getByRole('combobox', { name: '筛选事件' });
    await line.fill('cel:"data.outcome =="');
    await line.press('Enter');
    await alert.getByText('第 1 个字起：').waitFor();
    expect(await alert.innerText()).toContain('事件中心不接受');
    await line.fill('department:taxation');
    await line.press('Enter');
    await page.getByText('实时', { exact: true }).waitFor();
    await page.getByRole('rowgroup').getByRole('row').first().waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('department:taxation');
    expect(windows.complaints).toEqual([]);
  });

  test.each([
    ['01900000-0000-7000-8000-000000000000', '没有 ID 为 01900000-0000-7000-8000-000000000000 的办件'],
    ['BG-2026-1', '「BG-2026-1」不是办件 ID'],
    ['%3Cscript%3E', '「<script>」不是办件 ID'],
  ])('the case %s, which does not exist, is told, with a way on', async (id, said) => {
    const page = await windows.open(backbone, 'gao.jie', `/cases/${id}`);
    await page.getByText('没有这个办件', { exact: true }).waitFor();
    expect(await main(page).innerText()).toContain(said);
    await page.getByRole('link', { name: '在办件列表中查找' }).click();
    await page.waitForURL(/\/cases(\?|$)/);
    expect(windows.complaints).toEqual([]);
  });

  test('an address of nothing says so, and leads home', async () => {
    const page = await windows.open(backbone, 'gao.jie', '/nothing/here');
    await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
    await page.getByRole('link', { name: '回到总览' }).click();
    await page.getByRole('heading', { level: 1, name: '总览' }).waitFor();
  });

  test('an expired session is told, and signing in again leads back to the same address', async () => {
    const page = await windows.blank();
    const address = `${backbone.url}/cases?process=seal-by-officer&division=3301`;
    await page.goto(address);
    await signIn(page, 'he.min', await backbone.passwordOf('he.min'));
    await page.waitForURL(address);
    await page.getByRole('rowgroup').getByRole('row').first().waitFor();
    await page.context().clearCookies();
    const ended = page.getByRole('dialog', { name: '登录已失效' });
    await ended.waitFor();
    // What was being read is still there.
    expect(await page.getByRole('row', { includeHidden: true }).count()).toBeGreaterThan(1);
    await ended.getByRole('button', { name: '重新登录' }).click();
    await signIn(page, 'he.min', await backbone.passwordOf('he.min'));
    await page.waitForURL(address);
    await page.getByRole('rowgroup').getByRole('row').first().waitFor();
    expect(windows.complaints).toEqual([]);
  });

  test('two tabs keep filters of their own; who signs out in one is signed out in both', async () => {
    const one = await windows.open(backbone, 'sun.tao', '/cases?status=closed');
    const other = await one.context().newPage();
    await other.goto(`${backbone.url}/cases?process=seal-by-officer`);
    await other.getByRole('rowgroup').getByRole('row').first().waitFor();
    expect(new URL(one.url()).search).toBe('?status=closed');
    await one.getByRole('button', { name: '设置' }).click();
    await one.getByText('退出登录').click();
    await other.getByRole('dialog', { name: '登录已失效' }).waitFor();
    expect(windows.complaints).toEqual([]);
  });

  test('the back button leads back to the list with its filter', async () => {
    const page = await windows.open(backbone, 'gao.jie', '/cases?process=seal-by-officer&status=running');
    await page.getByRole('rowgroup').getByRole('row').filter({ hasText: at.opened.code }).click();
    await page.getByRole('heading', { level: 1, name: at.opened.code }).waitFor();
    await page.goBack();
    await page.getByRole('rowgroup').getByRole('row').filter({ hasText: at.opened.code }).waitFor();
    expect(new URL(page.url()).search).toBe('?process=seal-by-officer&status=running');
    expect(await page.getByRole('button', { name: '办理中', pressed: true }).count()).toBe(1);
    expect(windows.complaints).toEqual([]);
  });

  test('every answer has a policy by which nothing runs that is not ours', async () => {
    const page = await windows.blank();
    const policies = new Map<string, string | undefined>();
    page.on('response', (response) => {
      if (response.url().startsWith(backbone.url) && response.status() !== 304)
        policies.set(response.url(), response.headers()['content-security-policy']);
    });
    await page.goto(`${backbone.url}/`);
    await signIn(page, 'he.min', await backbone.passwordOf('he.min'));
    await page.getByRole('table').first().waitFor();
    expect(policies.size).toBeGreaterThan(10);
    expect([...policies].filter(([, policy]) => !policy?.includes("default-src 'none'"))).toEqual([]);
    const ofPage = policies.get(`${backbone.url}/`);
    expect(ofPage).toContain("script-src 'self';");
    expect(ofPage).not.toContain('unsafe');
    expect(windows.complaints).toEqual([]);
  });
});
