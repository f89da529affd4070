import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verifyWebhook } from '@hengtong/client';
import type { DeliveryRecord, Grant, Subscription } from '@hengtong/contracts';
import { eventually, runningSystem, thereIsChromium } from '@hengtong/testing';
import type { Locator, Page } from 'playwright-core';
import pg from 'pg';
import { type Backbone, PATIENT, sharedBackbone } from './backbone.ts';
import { type Call, type Receiver, startReceiver } from './receiver.ts';
import { useWindows } from './window.ts';

const CLOSED = 'gov.hengtong.case.closed.v1';
const NAME = '信用平台月报';
/** An agency of this suite's own: what others are granted is none of its business. */
const AGENCY = 'credit-platform';

(thereIsChromium() ? describe : describe.skip)('the subscription of an agency', () => {
  const windows = useWindows();
  let backbone: Backbone;
  let receiver: Receiver;
  let [subscription, secret] = ['', ''];
  beforeAll(async () => {
    backbone = await sharedBackbone();
    receiver = await startReceiver();
    const until = new Date(Date.now() + 86_400_000).toISOString();
    const grant = { types: [CLOSED], purpose: 'Monthly records of new enterprises', until };
    expect(await backbone.as(AGENCY, `${backbone.eventHub}/v1/grants`, grant)).toMatchObject({
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
  /** What the hub would do by itself, if a test could wait for it. */
  async function inHub(sql: string, values: readonly unknown[]): Promise<void> {
    const { postgres } = await runningSystem(backbone.dataDir);
    const database = new pg.Client({ connectionString: new URL('/ht_event_hub', postgres.adminUrl).href });
    await database.connect();
    await database.query(sql, [...values]);
    await database.end();
  }
  /** Gives up what is being tried, as the hub does after 28 hours. */
  const failPending = (): Promise<void> =>
    inHub(`update deliveries set status = 'failed', settled_at = now() where subscription_id = $1 and status = 'pending'`, [subscription]);
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
    await dialog(page).getByLabel('为哪个机构').selectOption(AGENCY);
    await dialog(page).getByLabel('推送地址').fill(receiver.url);
    await dialog(page).getByLabel('说明').fill(NAME);
    await press(dialog(page), '建立');
    secret = await secretIn(page);
    await page.getByRole('heading', { level: 1, name: `${AGENCY} · ${NAME}` }).waitFor();
    subscription = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    expect(await readBack()).toMatchObject({
      subscriber: AGENCY,
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
    const { id, code } = await backbone.open();
    await page.getByRole('row').filter({ hasText: code }).getByText('已送达').click();
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
    const { id, code } = await backbone.open();
    await backbone.until(id, ({ outcome }) => outcome === 'granted');
    expect(receiver.calls).toHaveLength(before);
    await press(page, '恢复');
    await press(dialog(page), '恢复');
    await page.getByText('已停用，没有投递').waitFor({ state: 'detached' });
    await page.getByRole('row').filter({ hasText: code }).filter({ hasText: '已送达' }).waitFor();
    expect(await readBack()).toMatchObject({ status: 'active' });
    expect(receiver.calls.length).toBeGreaterThan(before);
    expect(windows.complaints).toEqual([]);
  });

  test('that was disabled is among what needs somebody, says why, and is brought back', async () => {
    // As the hub does it when an endpoint has refused everything for 28 hours.
    await inHub(`update subscriptions set status = 'disabled', status_reason = 'failing' where id = $1`, [subscription]);
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

  test('is sent no more of a replay that is cancelled while it runs', async () => {
    const many = await Promise.all(Array.from({ length: 20 }, () => backbone.open()));
    for (const { id } of many) await backbone.until(id, ({ status }) => status === 'closed');
    const page = await opened('replays');
    await press(page, '新建重放');
    await dialog(page).getByLabel('从何时起').fill('2026-01-01T00:00:00');
    await dialog(page).getByLabel('每秒最多').fill('1');
    await press(dialog(page), '开始重放');
    await dialog(page).waitFor({ state: 'detached' });
    await press(page, '取消');
    await page.getByRole('button', { name: '取消', exact: true }).waitFor({ state: 'detached' });
    const { items } = await readBack<{ items: { status: string; ratePerSecond: number }[] }>('/replays');
    expect(items.map(({ status }) => status)).toEqual(['cancelled', 'done']);
    expect(windows.complaints).toEqual([]);
  });

  test('whose address takes nothing is among what needs somebody, and what failed is recovered once it does', async () => {
    const page = await opened();
    receiver.answerWith(500);
    const { code } = await backbone.open();
    await page.goto(backbone.url);
    const needs = page.getByRole('region', { name: '需要处理' }).getByRole('listitem').filter({ hasText: receiver.url });
    await needs.filter({ hasText: '推送持续失败，仍在重试' }).waitFor();
    await failPending();
    receiver.answerWith(204);
    await needs.getByRole('link', { name: '打开订阅' }).click();
    await press(page, '补发失败的');
    await dialog(page).getByLabel('从何时起').fill('2026-01-01T00:00:00');
    await press(dialog(page), '补发');
    await dialog(page).getByText('已重新投递 1 条。').waitFor();
    await press(dialog(page), '关闭');
    await page.getByRole('row').filter({ hasText: code }).filter({ hasText: '已送达' }).waitFor();
    await page.goto(backbone.url);
    await needs.waitFor({ state: 'detached' });
    expect(windows.complaints).toEqual([]);
  });

  test('has only what failed replayed, if that is asked for', async () => {
    receiver.answerWith(500);
    const { id } = await backbone.open();
    await backbone.until(id, ({ status }) => status === 'closed');
    await eventually(async () => {
      const tried = await readBack<{ items: DeliveryRecord[] }>('/deliveries?status=pending');
      expect(tried.items.length).toBe(1);
    }, PATIENT);
    await failPending();
    receiver.answerWith(204);
    const before = receiver.calls.length;
    const page = await opened('replays');
    await press(page, '新建重放');
    await dialog(page).getByLabel('从何时起').fill('2026-01-01T00:00:00');
    await dialog(page).getByLabel('发哪些').selectOption('仅未送达的');
    await press(dialog(page), '开始重放');
    await dialog(page).waitFor({ state: 'detached' });
    const { items } = await eventually(async () => {
      const all = await readBack<{ items: { id: string; status: string; progress: { deliveries: number } }[] }>('/replays');
      expect(all.items[0]).toMatchObject({ only: 'failed', status: 'done', progress: { deliveries: 1 } });
      return all;
    }, PATIENT);
    const again = await eventually(() => {
      const calls = receiver.calls.slice(before).filter(({ headers }) => headers['webhook-replay'] === items[0]?.id);
      expect(calls.length).toBe(1);
      return calls;
    }, PATIENT);
    expect(JSON.parse(again[0]?.body ?? '')).toMatchObject({ subject: id });
    expect(windows.complaints).toEqual([]);
  });

  test('is changed: a filter with a fault cannot be saved, and the one that is saved is the one that is read', async () => {
    const page = await opened('wish');
    await press(page, '修改');
    const line = dialog(page).getByRole('combobox', { name: '订阅范围' });
    await line.fill('type:gov.hengtong.case.closed.v1 nonsense:1');
    const save = dialog(page).getByRole('button', { name: '保存', exact: true });
    expect(await save.getAttribute('aria-disabled')).toBe('true');
    await line.fill('type:gov.hengtong.case.closed.v1 division:3301');
    await dialog(page).getByLabel('速率上限').fill('50');
    await save.click();
    await dialog(page).waitFor({ state: 'detached' });
    expect(await readBack()).toMatchObject({ types: [CLOSED], filters: [{ prefix: { division: '3301' } }], ratePerSecond: 50 });
    expect(windows.complaints).toEqual([]);
  });

  test('begins with the oldest event that is kept, if that is asked for', async () => {
    const page = await windows.open(backbone, 'gao.jie', '/subscriptions');
    await press(page, '新建订阅');
    await dialog(page).getByLabel('为哪个机构').selectOption(AGENCY);
    await dialog(page).getByLabel('送达方式').selectOption('pull');
    await dialog(page).getByLabel('从哪里开始').selectOption('oldest');
    await press(dialog(page), '建立');
    await page.getByRole('heading', { level: 1, name: AGENCY }).waitFor();
    const made = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const { body } = await backbone.as<{ items: { type: string }[] }>(AGENCY, `${backbone.eventHub}/v1/subscriptions/${made}/events`);
    expect(body.items[0]).toMatchObject({ type: CLOSED });
    expect(windows.complaints).toEqual([]);
  });

  test('comes after a grant: a supervisor asks for one, and decides on what is the platform’s', async () => {
    const day = new Date(Date.now() + 180 * 86_400_000).toISOString().slice(0, 10);
    const page = await windows.open(backbone, 'gao.jie', '/subscriptions?tab=grants');
    await press(page, '代机构申请授权');
    await dialog(page).getByLabel('为哪个机构').fill('archives');
    await dialog(page).getByLabel('按名称或类型查找').fill(CLOSED);
    await dialog(page).getByRole('checkbox').check();
    await dialog(page).getByLabel('只限事项').selectOption('enterprise-startup');
    await dialog(page).getByLabel('只限行政区划').fill('3301');
    await dialog(page).getByLabel('用途').fill('办结档案归集');
    await dialog(page).getByLabel('有效期至').fill(`${day}T00:00:00`);
    await press(dialog(page), '申请');
    await dialog(page).waitFor({ state: 'detached' });
    const read = async () => (await backbone.as<{ items: Grant[] }>('gao.jie', `${backbone.eventHub}/v1/grants`)).body.items[0];
    expect(await read()).toMatchObject({
      agency: 'archives',
      types: [{ type: CLOSED, status: 'granted' }],
      processes: ['enterprise-startup'],
      divisions: ['3301'],
      purpose: '办结档案归集',
      until: new Date(`${day}T00:00:00+08:00`).toISOString(),
      askedBy: { id: 'gao.jie' },
    });
    const grant = page.getByRole('listitem').filter({ hasText: '办结档案归集' });
    await press(grant, '不同意');
    await dialog(page).getByLabel('理由').fill('改由档案馆自行采集');
    await press(dialog(page), '不同意');
    await dialog(page).waitFor({ state: 'detached' });
    expect(await read()).toMatchObject({ types: [{ status: 'declined', decidedBy: { id: 'gao.jie' }, reason: '改由档案馆自行采集' }] });
    await press(grant, '同意');
    await eventually(async () => expect(await read()).toMatchObject({ types: [{ status: 'granted' }] }));
    await press(grant, '终止授权');
    await dialog(page).getByLabel('理由').fill('用途已经完成');
    await press(dialog(page), '终止授权');
    await dialog(page).waitFor({ state: 'detached' });
    expect(await read()).toMatchObject({ status: 'ended', endedBecause: '用途已经完成' });
    expect(windows.complaints).toEqual([]);
  });
});
