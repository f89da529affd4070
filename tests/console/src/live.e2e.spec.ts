import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { eventually, thereIsChromium } from '@hengtong/testing';
import type { Page } from 'playwright-core';
import { type Backbone, PATIENT, sharedBackbone } from './backbone.ts';
import { useWindows } from './window.ts';
import { actElsewhere, waitingForOfficer } from './work-items.ts';

const PROCESS = 'seal-by-officer';
const TITLE = '人工备案公章';
const REASON = '核对申请人身份，工单 2026-119';

(thereIsChromium() ? describe : describe.skip)('what happens is seen as it does', () => {
  const windows = useWindows();
  let backbone: Backbone;
  beforeAll(async () => {
    backbone = await sharedBackbone();
    await waitingForOfficer(backbone);
  }, 120_000);

  /** Ids of all cases of this process, the newest first, as the orchestrator lists them. */
  async function listed(): Promise<readonly string[]> {
    const { body } = await backbone.as<{ items: { id: string }[] }>(
      'gao.jie',
      `${backbone.orchestrator}/v1/cases?process=${PROCESS}&limit=200`,
    );
    return body.items.map(({ id }) => id);
  }
  const rows = (page: Page) => page.getByRole('rowgroup').getByRole('row');

  test('a new case is counted on the overview, where it is counted and where it lies', async () => {
    const page = await windows.open(backbone, 'gao.jie', '/');
    const figures = page.getByRole('region', { name: '今日办件' }).getByRole('row').filter({ hasText: TITLE }).getByRole('link');
    const lies = page.getByRole('region', { name: '事项与部门' }).getByRole('link', { name: new RegExp(`^${TITLE}，公安局`) });
    await figures.first().waitFor();
    await lies.waitFor();
    const countOf = async (): Promise<number[]> => [
      Number(await figures.first().innerText()),
      Number(/\d+/.exec(await lies.innerText())?.[0]),
    ];
    const before = await countOf();
    await waitingForOfficer(backbone);
    await eventually(async () => expect(await countOf()).toEqual(before.map((count) => count + 1)), PATIENT);
    await figures.first().click();
    await page.waitForURL(`**/cases?process=${PROCESS}&opened=today`);
    expect(windows.complaints).toEqual([]);
  });

  test('what was closed today is counted, and leads to the list of just these', async () => {
    const { id, code } = await backbone.open();
    await backbone.until(id, ({ status }) => status === 'closed');
    const page = await windows.open(backbone, 'gao.jie', '/');
    const startups = page.getByRole('region', { name: '今日办件' }).getByRole('row').filter({ hasText: '企业开办' });
    const granted = startups.locator('a[href*="outcome=granted"]');
    await eventually(async () => expect(Number(await granted.innerText())).toBeGreaterThan(0), PATIENT);
    await granted.click();
    await page.waitForURL('**/cases?process=enterprise-startup&closed=today&outcome=granted');
    await rows(page).filter({ hasText: code }).waitFor();
    const { searchParams } = new URL((await page.getByRole('link', { name: '导出 CSV' }).getAttribute('href')) ?? '', backbone.url);
    const midnight = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
    expect(searchParams.get('closedFrom')).toBe(new Date(`${midnight}T00:00:00+08:00`).toISOString());
    expect(windows.complaints).toEqual([]);
  });

  test('columns are chosen, and sorted by, with the pointer; the order stands in the address, the columns stay', async () => {
    const page = await windows.open(backbone, 'gao.jie', '/processes');
    const head = (name: string) => page.getByRole('columnheader', { name, exact: true });
    await head('版本数').waitFor();
    await page.getByRole('button', { name: '选择列' }).click();
    await page.getByRole('menuitemcheckbox', { name: '版本数' }).click();
    await page.keyboard.press('Escape');
    await head('版本数').waitFor({ state: 'detached' });
    const titles = async (): Promise<string[]> =>
      rows(page).evaluateAll((all) => all.map((row) => row.firstElementChild?.textContent ?? ''));
    const sorted = (await titles()).toSorted(new Intl.Collator('zh-CN', { numeric: true }).compare);
    await head('事项').getByRole('button').click();
    await page.waitForURL('**/processes?sort=process');
    await eventually(async () => expect(await titles()).toEqual(sorted), PATIENT);
    await head('事项').getByRole('button').click();
    await page.waitForURL('**/processes?sort=-process');
    await page.reload();
    await eventually(async () => expect(await titles()).toEqual(sorted.toReversed()), PATIENT);
    expect(await head('事项').getAttribute('aria-sort')).toBe('descending');
    expect(await head('版本数').count()).toBe(0);
    expect(windows.complaints).toEqual([]);
  });

  test('events are found by the code of a case, which people have, and not only by its id', async () => {
    const { id, code } = await backbone.open();
    const page = await windows.open(backbone, 'gao.jie', `/events?q=case:${code}`);
    await rows(page)
      .filter({ hasText: id.slice(-4) })
      .first()
      .waitFor();
    expect(
      await rows(page)
        .filter({ hasNotText: id.slice(-4) })
        .count(),
    ).toBe(0);
    await page.goto(`${backbone.url}/events?q=case:HT-20261124-00000000-0`);
    await page.getByText('没有编号为「HT-20261124-00000000-0」的办件').waitFor();
    expect(windows.complaints).toEqual([]);
  });

  test('a new case is announced over the list, which stands still until it is asked for', async () => {
    const page = await windows.open(backbone, 'gao.jie', `/cases?process=${PROCESS}`);
    await rows(page).first().waitFor();
    const codeOfFirst = async (): Promise<string> => (await rows(page).first().getByRole('cell').first().innerText()).trim();
    const before = await codeOfFirst();
    const { code } = await backbone.open(PROCESS);
    await page.getByRole('button', { name: /^1 条新办件/ }).waitFor();
    expect(await codeOfFirst()).toBe(before);
    await page.getByRole('button', { name: /^1 条新办件/ }).click();
    await eventually(async () => expect(await codeOfFirst()).toBe(code), PATIENT);
    expect(windows.complaints).toEqual([]);
  });

  test('a paused stream stands still and counts what comes; not one event is missing when it goes on', async () => {
    const page = await windows.open(backbone, 'gao.jie', `/events?q=process:${PROCESS}`);
    await page.getByText('实时', { exact: true }).waitFor();
    await rows(page).first().waitFor();
    await page.getByRole('button', { name: '暂停' }).click();
    const before = await rows(page).first().innerText();
    const { opened, item } = await waitingForOfficer(backbone);
    await actElsewhere(backbone, item, 'completion', {});
    await backbone.until(opened.id, ({ outcome }) => outcome === 'granted');
    const { body } = await backbone.as<{ items: { process?: string }[] }>(
      'gao.jie',
      `${backbone.eventHub}/v1/events?subject=${opened.id}&limit=200&wait=1`,
    );
    const count = body.items.filter(({ process }) => process === PROCESS).length;
    const fresh = page.getByRole('button', { name: `${count} 条新事件` });
    await fresh.waitFor();
    expect(await rows(page).first().innerText()).toBe(before);
    await fresh.click();
    await eventually(
      async () =>
        expect(
          await rows(page)
            .filter({ hasText: opened.id.slice(-4) })
            .count(),
        ).toBe(count),
      PATIENT,
    );
    expect(windows.complaints).toEqual([]);
  });

  test("a case page's tokens move with the case", async () => {
    const { opened, item } = await waitingForOfficer(backbone);
    const page = await windows.open(backbone, 'gao.jie', `/cases/${opened.id}`);
    const seal = page.getByRole('list', { name: '办理顺序' }).getByRole('listitem').filter({ hasText: '公安局' });
    await seal.filter({ hasText: '已派发' }).waitFor({ state: 'attached' });
    await actElsewhere(backbone, item, 'claim', { by: 'officer 330106-017' });
    await seal.filter({ hasText: '办理中' }).waitFor({ state: 'attached' });
    await actElsewhere(backbone, item, 'completion', {});
    await seal.filter({ hasText: '已办结' }).waitFor({ state: 'attached' });
    await page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: '结案' }).waitFor();
    expect(windows.complaints).toEqual([]);
  });

  test('personal values are shown to an operator who gives a reason, which everybody who may see the case can read', async () => {
    const { id } = await backbone.open();
    const page = await windows.open(backbone, 'sun.tao', `/cases/${id}?tab=raw`);
    await page.getByText(id).first().waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain('陈静');
    await page.getByRole('button', { name: '查看个人信息' }).click();
    await page.getByRole('dialog').getByLabel('理由').fill(REASON);
    await page.getByRole('dialog').getByRole('button', { name: '查看个人信息' }).click();
    await page.getByText(/个人信息明文显示至/).waitFor();
    await page.getByText('陈静').first().waitFor();
    await page.getByRole('tab', { name: '经办' }).click();
    await page.getByRole('row').filter({ hasText: REASON }).filter({ hasText: 'sun.tao' }).waitFor();
    const { body } = await backbone.as('gao.jie', `${backbone.orchestrator}/v1/cases/${id}/disclosures`);
    expect(body).toMatchObject({ items: [{ by: { id: 'sun.tao' }, reason: REASON }] });

    const other = await windows.open(backbone, 'gao.jie', `/cases/${id}?tab=raw`);
    await other.getByRole('button', { name: '查看个人信息' }).waitFor();
    expect(await other.getByRole('main').innerText()).not.toContain('陈静');
    expect(windows.complaints).toEqual([]);
  });

  test('the whole of a filter is exported as CSV that spreadsheets know as UTF-8', async () => {
    const page = await windows.open(backbone, 'gao.jie', `/cases?process=${PROCESS}`);
    await rows(page).first().waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '导出 CSV' }).click()]);
    const table = await readFile(await download.path(), 'utf8');
    expect(table[0]).toBe('\uFEFF');
    const [head, ...lines] = table.trim().split('\r\n');
    const ids = await listed();
    expect(head).toMatch(/^\uFEFF?编号,事项,/);
    expect(lines).toHaveLength(ids.length);
    for (const id of ids) expect(table).toContain(id);
    expect(windows.complaints).toEqual([]);
  });

  test('a view that somebody keeps and shares is reproduced by its link for another', async () => {
    const name = `西湖区公章 ${Date.now()}`;
    const page = await windows.open(backbone, 'gao.jie', `/cases?process=${PROCESS}&division=330106`);
    await page.getByRole('button', { name: '视图' }).click();
    await page.getByRole('button', { name: '保存当前筛选' }).click();
    await page.getByRole('dialog').getByLabel('名称').fill(name);
    await page.getByRole('dialog').getByLabel('共享给所有人').check();
    await page.getByRole('dialog').getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '视图' }).click();
    await page.getByRole('button', { name: `复制视图 ${name} 的链接` }).click();
    const link = await eventually(async () => {
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toContain('view=');
      return new URL(copied);
    }, PATIENT);

    const other = await windows.open(backbone, 'he.min', link.pathname + link.search);
    await rows(other).first().waitFor();
    await eventually(async () => expect(await other.getByLabel('区划代码').inputValue()).toBe('330106'));
    expect(Object.fromEntries(new URL(other.url()).searchParams)).toEqual({ process: PROCESS, division: '330106' });
    expect(windows.complaints).toEqual([]);
  });
});
