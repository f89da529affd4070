import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CloudEvent } from '@hengtong/contracts';
import { freePortBase, type Kept } from '@hengtong/local';
import { eventually, startTestSystem, type TestSystem, thereIsChromium } from '@hengtong/testing';
import type { Page } from 'playwright-core';
import { type Backbone, backboneAt, PATIENT } from './backbone.ts';
import { useWindows } from './window.ts';
import { actElsewhere, waitingForOfficer } from './work-items.ts';

/** Milliseconds in which a whole system starts or stops on a busy machine. */
const SYSTEM = 120_000;

(thereIsChromium() ? describe : describe.skip)('when something is restarted while somebody watches', () => {
  const windows = useWindows();
  let system: TestSystem;
  let backbone: Backbone;

  beforeAll(async () => {
    const portBase = await freePortBase();
    const catalogueDir = ['../../../catalogue', '../../e2e/catalogue'].map((folder) => join(import.meta.dirname, folder)).join(delimiter);
    system = await startTestSystem({ portBase, catalogueDir, env: { OIDC_ISSUER: `http://127.0.0.1:${portBase + 6}` } });
    backbone = await backboneAt(system.dataDir);
  }, SYSTEM);
  afterAll(() => system.stop(), SYSTEM);

  /** Watches the stream, and waits until what happens arrives there. */
  async function watching(): Promise<Page> {
    const page = await windows.open(backbone, 'gao.jie', '/events');
    const { id } = await backbone.open();
    await rowsOf(page, id).first().waitFor();
    return page;
  }

  const rowsOf = (page: Page, id: string) => page.getByRole('row').filter({ hasText: `${id.slice(0, 8)}…${id.slice(-4)}` });

  /** That every event of a case that the hub knows stands in the stream, each once. */
  async function noGap(page: Page, id: string): Promise<void> {
    await backbone.until(id, ({ status }) => status === 'closed');
    await eventually(async () => {
      const { body } = await backbone.as<{ items: CloudEvent[] }>('gao.jie', `${backbone.eventHub}/v1/events?subject=${id}&limit=200`);
      // A case that goes through six departments makes more than a dozen events.
      expect(body.items.length).toBeGreaterThan(12);
      expect(await rowsOf(page, id).count()).toBe(body.items.length);
    }, PATIENT);
  }

  const hub = (): Kept => {
    const found = system.services.find(({ service }) => service === 'event-hub');
    if (!found) throw new Error('the system has no event hub');
    return found;
  };

  test(
    'the console: the page says that the connection is away and since when, comes back by itself, and has missed nothing',
    async () => {
      const page = await watching();
      await system.console?.kill();
      await page
        .getByText(/连接中断，自/)
        .first()
        .waitFor();
      const { id } = await backbone.open();
      await backbone.until(id, ({ status }) => status === 'closed');
      await system.console?.restart();
      await page
        .getByText(/连接中断，自/)
        .first()
        .waitFor({ state: 'hidden', timeout: PATIENT });
      await noGap(page, id);
      expect(windows.complaints).toEqual([]);
    },
    SYSTEM,
  );

  test(
    'the event hub: the stream and an open case say that it is away; the one goes on where it was, the other looks by itself meanwhile',
    async () => {
      const page = await watching();
      const { opened, item } = await waitingForOfficer(backbone);
      const casePage = await windows.open(backbone, 'gao.jie', `/cases/${opened.id}`);
      const unheard = casePage.getByText('事件中心没有回应');
      await hub().kill();
      await unheard.waitFor();
      await actElsewhere(backbone, item, 'claim', { by: 'officer 017' });
      await casePage.getByText(/公安局正在办理「/).waitFor();
      await page
        .getByText(/没有实时数据，正在重新连接/)
        .first()
        .waitFor();
      const { id } = await backbone.open();
      await backbone.until(id, ({ status }) => status === 'closed');
      await hub().restart();
      await noGap(page, id);
      await unheard.waitFor({ state: 'detached', timeout: PATIENT });
      await actElsewhere(backbone, item, 'completion', {});
      await casePage.getByText('准予').first().waitFor({ timeout: PATIENT });
    },
    SYSTEM,
  );

  test(
    'the broker: the overview names what is degraded; what was applied for meanwhile arrives when it is back',
    async () => {
      const broker = system.kafka?.server;
      // On the bus in PostgreSQL there is none.
      if (!broker) return;
      const page = await watching();
      const overview = await windows.open(backbone, 'gao.jie', '/');
      await broker.kill();
      await overview.getByText('可用，但不正常').first().waitFor({ timeout: PATIENT });
      const { id } = await backbone.open();
      await broker.restart();
      await noGap(page, id);
      await overview.getByText('没有什么等待处理').waitFor({ timeout: PATIENT });
    },
    SYSTEM,
  );
});
