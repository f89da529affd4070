import { beforeAll, describe, expect, test } from '@jest/globals';
import type { WorkItem } from '@hengtong/contracts';
import { eventually, thereIsChromium } from '@hengtong/testing';
import type { Page } from 'playwright-core';
import { type Backbone, PATIENT, sharedBackbone } from './backbone.ts';
import { useWindows } from './window.ts';
import { actElsewhere, type AtOfficer, waitingForOfficer, workItems } from './work-items.ts';

/** Of a division and a serial that nobody else has drawn. */
const sealNumber = `330106${String(Date.now()).slice(-7)}`;

(thereIsChromium() ? describe : describe.skip)('an officer at work', () => {
  const windows = useWindows();
  let backbone: Backbone;
  beforeAll(async () => void (backbone = await sharedBackbone()));

  /** The officer's window, with a new case's work item open beside the queue. */
  async function atWork(): Promise<AtOfficer & { page: Page }> {
    const at = await waitingForOfficer(backbone);
    const page = await windows.open(backbone, 'wu.hao', `/departments/public-security?case=${at.opened.code}`);
    await page.getByRole('row').filter({ hasText: at.opened.code }).click();
    return { ...at, page };
  }
  const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  /** The button of that name that can be pressed now. */
  const open = (page: Page, name: string) => page.locator('button:not([aria-disabled])', { hasText: new RegExp(`^${name}$`) });
  const beside = (page: Page) => page.getByRole('complementary');
  const dialog = (page: Page) => page.getByRole('dialog');
  const itemOf = async ({ id }: WorkItem): Promise<WorkItem> =>
    (await backbone.as<WorkItem>('public-security', `${workItems(backbone)}/${id}`)).body;

  test('takes a work item in hand and completes it by the form, which tells a wrong field; whoever looks at the case sees it move', async () => {
    const { opened, item, page } = await atWork();
    const watching = await windows.open(backbone, 'gao.jie', `/cases/${opened.id}`);
    await watching.getByText(/在等公安局的经办人领取/).waitFor();

    await press(page, '领取');
    await open(page, '办结').waitFor();
    expect(await itemOf(item)).toMatchObject({ status: 'claimed', claimedBy: 'wu.hao' });
    await watching.getByText(/公安局正在办理「/).waitFor();

    await open(page, '办结').click();
    await dialog(page).getByLabel('印章编码').fill('42');
    await dialog(page).getByRole('button', { name: '办结' }).click();
    await dialog(page).getByText('格式不对，应为：13 位数字').first().waitFor();
    expect(await itemOf(item)).toMatchObject({ status: 'claimed' });

    await dialog(page).getByRole('textbox').first().fill(sealNumber);
    await dialog(page).getByLabel('备注').fill('材料齐全');
    await dialog(page).getByRole('button', { name: '办结' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    await beside(page).getByText(sealNumber).waitFor();
    expect(await beside(page).innerText()).toContain('已办结');

    expect(await backbone.until(opened.id, ({ status }) => status === 'closed')).toMatchObject({
      outcome: 'granted',
      result: { sealNumber },
    });
    await watching.getByText(/已于 .+ 准予办结/).waitFor();
    expect(windows.complaints).toEqual([]);
  });

  test('refuses with a ground in law, without which nothing is refused; the case is refused, and what was done undone', async () => {
    const { opened, item, page } = await atWork();
    await press(page, '领取');
    await open(page, '不予办理').click();
    await dialog(page).getByLabel('理由代码').fill('seal.documents-incomplete');
    await dialog(page).getByLabel('理由', { exact: true }).fill('缺少刻制单位证明');
    await dialog(page).getByRole('button', { name: '不予办理' }).hover();
    await page.getByText('请写明法律依据').waitFor();
    expect(await itemOf(item)).toMatchObject({ status: 'claimed' });

    await dialog(page).getByLabel('法律依据').fill('印章业治安管理办法');
    await dialog(page).getByRole('button', { name: '不予办理' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    await beside(page).getByText('不予', { exact: true }).waitFor();
    const refused = await backbone.until(opened.id, ({ status }) => status === 'closed');
    expect(refused).toMatchObject({
      outcome: 'refused',
      steps: {
        seal: { status: 'refused', refusal: { code: 'seal.documents-incomplete', law: '印章业治安管理办法', reason: '缺少刻制单位证明' } },
        register: { status: 'compensated' },
      },
    });
    expect(windows.complaints).toEqual([]);
  });

  test('who was a moment too late is told so, and sees who has it now', async () => {
    const { item, page } = await atWork();
    await page.route('**/work-items/*/claim', async (route) => {
      expect(await actElsewhere(backbone, item, 'claim', { by: 'officer 330106-017' })).toMatchObject({ status: 200 });
      await route.continue();
    });
    await press(page, '领取');
    await page.getByRole('alert').getByText('别人刚刚动过它').waitFor();
    await beside(page).getByText('officer 330106-017').waitFor();
    await beside(page).getByText('已领取', { exact: true }).waitFor();
    await page.getByRole('button', { name: '领取', exact: true }).hover();
    await page.getByText('已由 officer 330106-017 领取').waitFor();
    expect(await itemOf(item)).toMatchObject({ status: 'claimed', claimedBy: 'officer 330106-017' });
    expect(windows.complaints).toEqual([]);
  });

  test('a form that was filled in is not lost when the item was done meanwhile: it says what happened', async () => {
    const { item, page } = await atWork();
    await press(page, '领取');
    await open(page, '办结').click();
    await page.route('**/work-items/*/completion', async (route) => {
      expect(await actElsewhere(backbone, item, 'completion', {})).toMatchObject({ status: 200 });
      await route.continue();
    });
    await dialog(page).getByLabel('备注').fill('材料齐全');
    await dialog(page).getByRole('button', { name: '办结' }).click();
    await dialog(page).getByRole('alert').getByText('别人刚刚动过它').waitFor();
    expect(await dialog(page).getByLabel('备注').inputValue()).toBe('材料齐全');
    await dialog(page).getByRole('button', { name: '取消' }).click();
    await eventually(async () => expect(await beside(page).innerText()).toContain('已办结'), PATIENT);
    expect(windows.complaints).toEqual([]);
  });
});
