import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verifyWebhook } from '@hengtong/client';
import type { DeliveryRecord, Subscription } from '@hengtong/contracts';
import { eventually, runningSystem, thereIsChromium } from '@hengtong/testing';
import type { Locator, Page } from 'playwright-core';
import pg from 'pg';
import { type Backbone, PATIENT, sharedBackbone } from './backbone.ts';
import { type Call, type Receiver, startReceiver } from './receiver.ts';
import { useWindows } from './window.ts';

const CLOSED = 'gov.hengtong.case.closed.v1';
const NAME = '统计局月报';

(thereIsChromium() ? describe : describe.skip)('the subscription of an agency', () => {
  const windows = useWindows();
  let backbone: Backbone;
  let receiver: Receiver;
  let [subscription, secret] = ['', ''];
  beforeAll(async () => {
    backbone = await sharedBackbone();
    receiver = await startReceiver();
    const until = new Date(Date.now() + 86_400_000).toISOString();
    const grant = { types: [CLOSED], purpose: 'Monthly figures of new enterprises', until };
    expect(await backbone.as('statistics', `${backbone.eventHub}/v1/grants`, grant)).toMatchObject({
      body: { types: [{ type: CLOSED, status: 'granted' }] },
    });
  }, 120_000);
  afterAll(() => receiver?.stop());

  const readBack = async <Body = Subscription>(path = ''): Promise<Body> =>
    (await backbone.as<Body>('gao.jie', `${backbone.eventHub}/v1/subscriptions/${subscription}${path}`)).body;
  const opened = (tab = 'deliveries'): Promise<Page> => windows.open(backbone, 'gao.jie', `/subscriptions/${subscription}?tab=${tab}`);
  const press = (within: Page | Locator, name: string): Promise<void> => within.getByRole('button', { name, exact: true }).click();
  const dialog = (page: Page): Locator => page.getByRole('dialog');
  const callsOf = (id: string | undefined): readonly Call[] => receiver.calls.filter(({ headers }) => headers['webhook-id'] === id);
  /** The secret that is shown this once. */
  async function secretIn(page: Page): Promise<string> {
    const shown = page.getByRole('dialog', { name: '签名密钥' });
    const text = await shown.getByText(/^whsec_/).innerText();
    await press(shown, '我已复制');
    await shown.waitFor({ state: 'detached' });
    return text;
  }
  /** Sends a test from the page, which the receiver must be able to verify. */
  async function testSend(page: Page): Promise<void> {
    const before = receiver.calls.length;
    await press(page, '发送测试');
    await press(dialog(page), '发送测试');
    await dialog(page).getByText('对方已接收').waitFor();
    const [call] = receiver.calls.slice(before) as [Call];
    expect(verifyWebhook(call.headers, call.body, [secret])).toMatchObject({ type: CLOSED });
    await press(dialog(page), '关闭');
  }

  test('is made by a supervisor, who sees its secret once, and can try it out at once', async () => {
    const page = await windows.open(backbone, 'gao.jie', '/subscriptions');
    await press(page, '新建订阅');
    await dialog(page).getByLabel('为哪个机构').selectOption('statistics');
    await dialog(page).getByLabel('推送地址').fill(receiver.url);
    await dialog(page).getByLabel('说明').fill(NAME);
    await press(dialog(page), '建立');
    secret = await secretIn(page);
    await page.getByRole('heading', { level: 1, name: `statistics · ${NAME}` }).waitFor();
    subscription = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    expect(await readBack()).toMatchObject({
      subscriber: 'statistics',
      status: 'active',
      sink: receiver.url,
      description: NAME,
      createdBy: { id: 'gao.jie' },
    });
    await testSend(page);
    expect(await page.getByRole('main').innerText()).not.toContain(secret);
    expect(windows.complaints).toEqual([]);
  });

  test('shows each delivery with what was answered, and sends one again', async () => {
    const page = await opened();
    const { id } = await backbone.open();
    await page
      .getByRole('row')
      .filter({ hasText: id.slice(-4) })
      .filter({ hasText: '已送达' })
      .click();
    const beside = page.getByRole('complementary');
    await beside.getByText('对方已接收').waitFor();
    const [delivery] = (await readBack<{ items: DeliveryRecord[] }>('/deliveries')).items.filter(({ caseId }) => caseId === id);
    expect(delivery).toMatchObject({ status: 'delivered', attempts: 1 });
    const before = receiver.calls.length;
    await press(beside, '重发');
    await beside.getByText('#2').waitFor();
    const [again] = receiver.calls.slice(before) as [Call];
    expect(verifyWebhook(again.headers, again.body, [secret])).toMatchObject({ type: CLOSED, subject: id });
    expect(callsOf(String(again.headers['webhook-id']))).toHaveLength(2);
    await eventually(async () => expect(await readBack(`/deliveries/${delivery?.id}`)).toMatchObject({ status: 'delivered', attempts: 2 }));
    expect(windows.complaints).toEqual([]);
  });

  test('gets a new secret, with which the next call is signed', async () => {
    const page = await opened();
    await press(page, '轮换密钥');
    await press(dialog(page), '轮换密钥');
    const old = secret;
    secret = await secretIn(page);
    expect(secret).not.toBe(old);
    await testSend(page);
    expect(windows.complaints).toEqual([]);
  });

  test('is stopped and brought back: what happened meanwhile is delivered then', async () => {
    const page = await opened();
    await press(page, '停用');
    await press(dialog(page), '停用');
    await page.getByText('已停用，没有投递').waitFor();
    expect(await readBack()).toMatchObject({ status: 'paused', updatedBy: { id: 'gao.jie' } });
    const before = receiver.calls.length;
    const { id } = await backbone.open();
    await backbone.until(id, ({ outcome }) => outcome === 'granted');
    expect(receiver.calls).toHaveLength(before);
    await press(page, '恢复');
    await press(dialog(page), '恢复');
    await page.getByText('已停用，没有投递').waitFor({ state: 'detached' });
    await page
      .getByRole('row')
      .filter({ hasText: id.slice(-4) })
      .filter({ hasText: '已送达' })
      .waitFor();
    expect(await readBack()).toMatchObject({ status: 'active' });
    expect(receiver.calls.length).toBeGreaterThan(before);
    expect(windows.complaints).toEqual([]);
  });

  test('that was disabled is among what needs somebody, says why, and is brought back', async () => {
    // As the hub does it when an endpoint has refused everything for 28 hours.
    const { postgres } = await runningSystem(backbone.dataDir);
    const database = new pg.Client({ connectionString: new URL('/ht_event_hub', postgres.adminUrl).href });
    await database.connect();
    await database.query(`update subscriptions set status = 'disabled', status_reason = 'failing' where id = $1`, [subscription]);
    await database.end();
    const page = await windows.open(backbone, 'gao.jie', '/');
    const needs = page.getByRole('region', { name: '需要处理' }).getByRole('listitem').filter({ hasText: receiver.url });
    await needs.getByRole('link', { name: '打开订阅' }).click();
    await page.getByText('因长时间无法送达，已被事件中心禁用。').waitFor();
    await press(page, '恢复');
    await press(dialog(page), '恢复');
    await page.getByText('因长时间无法送达，已被事件中心禁用。').waitFor({ state: 'detached' });
    expect(await readBack()).toMatchObject({ status: 'active', updatedBy: { id: 'gao.jie' } });
    expect(windows.complaints).toEqual([]);
  });

  test('has what it missed replayed, and its progress is seen', async () => {
    const page = await opened('replays');
    const before = receiver.calls.length;
    await press(page, '新建重放');
    await dialog(page).getByLabel('从何时起').fill('2026-01-01T00:00:00');
    await press(dialog(page), '开始重放');
    await dialog(page).waitFor({ state: 'detached' });
    await page.getByText(/100%/).waitFor();
    const { items } = await eventually(async () => {
      const all = await readBack<{ items: { status: string; progress: { deliveries: number } }[] }>('/replays');
      expect(all.items).toMatchObject([{ status: 'done' }]);
      return all;
    }, PATIENT);
    expect(items[0]?.progress.deliveries).toBeGreaterThan(0);
    await eventually(() => expect(receiver.calls.length).toBe(before + (items[0]?.progress.deliveries ?? 0)), PATIENT);
    expect(windows.complaints).toEqual([]);
  });
});
