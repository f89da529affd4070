import { beforeAll, describe, expect, test } from '@jest/globals';
import { thereIsChromium } from '@hengtong/testing';
import type { Locator, Page } from 'playwright-core';
import { type Backbone, sharedBackbone } from './backbone.ts';
import { useWindows } from './window.ts';
import { type AtOfficer, waitingForOfficer } from './work-items.ts';

const forOperators = ['总览', '事件', '办件', '事项', '部门', '死信'];
const disclose = '查看个人信息';

(thereIsChromium() ? describe : describe.skip)('what somebody sees and may do', () => {
  const windows = useWindows();
  let backbone: Backbone;
  let at: AtOfficer;
  beforeAll(async () => {
    backbone = await sharedBackbone();
    at = await waitingForOfficer(backbone);
  }, 120_000);

  const places = (page: Page): Promise<string[]> => page.getByRole('navigation', { name: '主导航' }).getByRole('listitem').allInnerTexts();

  /** Why a button cannot be pressed, as it says when the pointer rests on it. */
  async function whyNot(button: Locator): Promise<string> {
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    await button.hover();
    const tip = button
      .page()
      .getByText(/您没有所需的权限|只有|没有等待/)
      .last();
    await tip.waitFor();
    const said = await tip.innerText();
    await button.page().mouse.move(0, 0);
    await tip.waitFor({ state: 'detached' });
    return said;
  }

  test.each([
    ['he.min', '何敏 · 观察员', false],
    ['sun.tao', '孙涛 · 操作员', true],
    ['gao.jie', '高洁 · 主管', true],
  ])('%s, an operator, sees every screen; what the role lacks is disabled, and says which right it takes', async (person, who, acts) => {
    const page = await windows.open(backbone, person, '/');
    await page.getByRole('heading', { name: '总览' }).waitFor();
    expect(await page.getByRole('banner').innerText()).toContain(who);
    expect(await places(page)).toEqual(expect.arrayContaining(forOperators));

    await page.goto(`${backbone.url}/cases/${at.opened.id}`);
    const show = page.getByRole('button', { name: disclose });
    await show.waitFor();
    expect(await page.getByRole('main').innerText()).toContain('已脱敏');
    expect(await page.getByRole('main').innerText()).not.toContain('陈静');
    if (acts) expect(await show.getAttribute('aria-disabled')).toBeNull();
    else expect(await whyNot(show)).toBe('您没有所需的权限：查看个人信息');

    await page.goto(`${backbone.url}/departments/public-security?item=${at.item.id}`);
    for (const name of ['领取', '办结', '不予办理'])
      expect(await whyNot(page.getByRole('button', { name, exact: true }))).toBe('您没有所需的权限：办理待办事项');
    expect(await page.getByRole('complementary').innerText()).not.toContain('陈静');

    await page.goto(`${backbone.url}/dead-letters`);
    const redrive = page.getByRole('button', { name: '重投筛选出的全部' });
    await redrive.waitFor();
    if (acts) expect(await redrive.getAttribute('aria-disabled')).toBeNull();
    else expect(await whyNot(redrive)).toBe('您没有所需的权限：处理死信');
    expect(windows.complaints).toEqual([]);
  });

  test('an officer lands on the work of the own department, and is offered nothing that is not for officers', async () => {
    const page = await windows.open(backbone, 'wu.hao', '/');
    await page.getByRole('heading', { level: 1, name: '公安局' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/departments/public-security');
    expect(await page.getByRole('banner').innerText()).toContain('吴浩 · 经办人');
    expect(await places(page)).toEqual(['办件', '事项', '部门']);
    await page.getByRole('row').filter({ hasText: at.opened.code }).first().click();
    const claim = page.getByRole('button', { name: '领取', exact: true });
    await claim.waitFor();
    expect(await claim.getAttribute('aria-disabled')).toBeNull();
    expect(windows.complaints).toEqual([]);
  });

  test.each([
    ['/dead-letters', '查看死信'],
    ['/events', '查看事件与订阅'],
  ])('an officer who follows a link to %s is told which right is missing, and that it is no fault of the page', async (path, right) => {
    const page = await windows.open(backbone, 'wu.hao', path);
    await page.getByRole('heading', { level: 1, name: '您没有查看此页的权限' }).waitFor();
    expect(await page.getByRole('main').innerText()).toContain(`此页需要权限 ${right}`);
    expect(windows.complaints).toEqual([]);
  });

  test("an officer sees the personal values that the own department was given, and no other department's work", async () => {
    const page = await windows.open(backbone, 'wu.hao', `/departments/public-security?item=${at.item.id}`);
    await page.getByRole('heading', { name: '办理依据' }).waitFor();
    expect(await page.getByRole('complementary').innerText()).toContain('陈静');
    await page.goto(`${backbone.url}/departments/taxation`);
    await page.getByText('您没有这项权限').or(page.getByText('没有这个部门')).first().waitFor();
    expect(await page.getByRole('rowgroup').getByRole('row').count()).toBe(0);
    expect(windows.complaints).toEqual([]);
  });
});
