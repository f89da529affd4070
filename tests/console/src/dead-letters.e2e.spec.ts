import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Case, commandsTopic, type DeadLetter } from '@hengtong/contracts';
import { eventually, readTopics, runningSystem, sealCommand, thereIsChromium, type Topics } from '@hengtong/testing';
import type { Locator, Page } from 'playwright-core';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { type Backbone, PATIENT, sharedBackbone } from './backbone.ts';
import { useWindows } from './window.ts';

const REASON = '核对重复投递，工单 2026-118';

(thereIsChromium() ? describe : describe.skip)('dead letters', () => {
  const windows = useWindows();
  let [backbone, topics, letters]: [Backbone, Topics, string] = [] as never;
  let held: readonly Case[];
  const unreadable = uuidv7();

  /** Three cases whose seal could not be filed, since all serials were used up; and a message that is no JSON. */
  beforeAll(async () => {
    backbone = await sharedBackbone();
    letters = `${backbone.departments['public-security']}/v1/dead-letters`;
    const system = await runningSystem(backbone.dataDir);
    topics = await readTopics(system);
    const database = new pg.Client({ connectionString: new URL('/ht_public_security', system.postgres.adminUrl).href });
    await database.connect();
    const { rows } = await database.query<{ last: string }>('select last_value as last from seal_serials');
    await database.query(`select setval('seal_serials', (select max_value from pg_sequences where sequencename = 'seal_serials'))`);
    const opened = await Promise.all([1, 2, 3].map(() => backbone.open()));
    held = await Promise.all(opened.map(({ id }) => backbone.until(id, ({ status }) => status === 'stalled')));
    await database.query(`select setval('seal_serials', $1)`, [rows[0]?.last]);
    await database.end();
    await topics.write(commandsTopic('public-security'), { ...sealCommand(unreadable), value: '{"capability":' });
  }, 120_000);
  afterAll(() => topics?.stop());

  const readBack = async (caseId: string): Promise<DeadLetter> => {
    const { body } = await backbone.as<{ items: DeadLetter[] }>('gao.jie', `${letters}?caseId=${caseId}`);
    const [letter] = body.items;
    if (!letter) throw new Error(`there is no dead letter of case ${caseId}`);
    return letter;
  };
  const isGranted = (id: string) => backbone.until(id, ({ outcome }) => outcome === 'granted');
  const beside = (page: Page): Locator => page.getByRole('complementary');
  const dialog = (page: Page): Locator => page.getByRole('dialog');
  /** By the code of the case; of one that there is not, by its id. */
  const rowOf = (page: Page, { id, code = id.slice(-4) }: Pick<Case, 'id'> & Partial<Pick<Case, 'code'>>): Locator =>
    page.getByRole('row').filter({ hasText: code });
  /** The window of an operator, with the dead letter of a case beside the list. */
  async function opened(caseId: string): Promise<Page> {
    const { id } = await eventually(() => readBack(caseId), PATIENT);
    const page = await windows.open(backbone, 'sun.tao', `/dead-letters?letter=public-security+${id}`);
    await beside(page).getByRole('button', { name: '重投', exact: true }).waitFor();
    return page;
  }

  test('lead from the overview to the letter; its body is withheld, and shown for a reason that everybody can read then', async () => {
    const [first] = held as [Case];
    const page = await windows.open(backbone, 'sun.tao', '/');
    const needs = page.getByRole('region', { name: '需要处理' });
    expect(await needs.getByRole('listitem').filter({ hasText: first.code }).innerText()).toContain('停滞的办件');
    const row = needs.getByRole('listitem').filter({ hasText: 'handler.failed' }).filter({ hasText: '公安局' });
    await row.getByRole('link', { name: '处理死信' }).click();
    await rowOf(page, first).click();
    await beside(page).getByText('只显示结构').waitFor();
    expect(await beside(page).innerText()).toContain('seal_serials');
    expect(await beside(page).innerText()).not.toContain('陈静');

    await beside(page).getByRole('button', { name: '查看内容' }).click();
    await dialog(page).getByLabel('理由').fill(REASON);
    await dialog(page).getByRole('button', { name: '查看内容' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    await beside(page).getByText('陈静').first().waitFor();
    await beside(page).getByText(`sun.tao: ${REASON}`).waitFor();
    const { body } = await backbone.as('gao.jie', `${letters}/${(await readBack(first.id)).id}/disclosures`);
    expect(body).toMatchObject({ items: [{ by: { id: 'sun.tao' }, reason: REASON }] });
    expect(windows.complaints).toEqual([]);
  });

  test('one is redriven once its cause is gone, and its case goes on', async () => {
    const [first] = held as [Case];
    const page = await opened(first.id);
    await beside(page).getByRole('button', { name: '重投', exact: true }).click();
    await beside(page).getByText('已重投').first().waitFor();
    expect(await readBack(first.id)).toMatchObject({ status: 'redriven', settledBy: { id: 'sun.tao' } });
    await isGranted(first.id);
    expect(windows.complaints).toEqual([]);
  });

  test('what is still wrong is not done by a redrive; it is discarded with a reason, and stays on record', async () => {
    const page = await opened(unreadable);
    await beside(page).getByRole('button', { name: '重投', exact: true }).click();
    await beside(page).getByRole('alert').waitFor();
    await beside(page).getByRole('button', { name: '弃置' }).click();
    await dialog(page).getByLabel('理由').fill('测试消息，无需处理');
    await dialog(page).getByRole('button', { name: '弃置' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    await beside(page).getByText('测试消息，无需处理').waitFor();
    expect(await readBack(unreadable)).toMatchObject({
      status: 'discarded',
      settledBy: { id: 'sun.tao' },
      settledBecause: '测试消息，无需处理',
    });
    await page.getByLabel('状态').selectOption({ label: '已弃置' });
    await rowOf(page, { id: unreadable }).waitFor();
    expect(windows.complaints).toEqual([]);
  });

  test('all of a filter are redriven as counted: nothing is done when the count has changed meanwhile, and then the new one is', async () => {
    const [, second, third] = held as [Case, Case, Case];
    const page = await windows.open(backbone, 'sun.tao', '/dead-letters?service=public-security&code=handler.failed&q=seal_serials');
    await rowOf(page, third).waitFor();
    await page.getByRole('button', { name: '重投筛选出的全部' }).click();
    await dialog(page).getByText('将处理 2 条等待中的死信').waitFor();
    await page.route(
      '**/v1/dead-letters/redrives',
      async (route) => {
        const one = await readBack(second.id);
        expect(await backbone.as('gao.jie', `${letters}/${one.id}/redrive`, {})).toMatchObject({ status: 200 });
        await route.continue();
      },
      { times: 1 },
    );
    await dialog(page).getByRole('button', { name: '处理 2 条' }).click();
    await dialog(page).getByRole('alert').getByText('数量在此期间变了，什么也没有做').waitFor();
    expect(await readBack(third.id)).toMatchObject({ status: 'waiting' });

    await dialog(page).getByRole('button', { name: '处理 1 条' }).click();
    await dialog(page).getByText('已处理 1 条').waitFor();
    await dialog(page).getByRole('button', { name: '查看结果' }).click();
    await rowOf(page, third).getByText('已重投').waitFor();
    expect(new URL(page.url()).searchParams.get('status')).toBe('redriven');
    expect(await readBack(third.id)).toMatchObject({ status: 'redriven', settledBy: { id: 'sun.tao' } });
    await Promise.all([second, third].map(({ id }) => isGranted(id)));
    expect(windows.complaints).toEqual([]);
  });
});
