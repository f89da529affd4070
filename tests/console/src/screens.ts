import type { Page } from 'playwright-core';
import type { Backbone } from './backbone.ts';

/** A screen to be looked at: its address, and what has to be seen there before it is ready. */
export interface ScreenToSee {
  readonly name: string;
  readonly path: string;
  readonly ready: (page: Page) => Promise<void>;
}

/** Every screen, with something to see on each: a case under way, one at an officer, event types, what a service could not take. */
export async function allScreens(backbone: Backbone): Promise<readonly ScreenToSee[]> {
  const granted = await backbone.open();
  const waiting = await backbone.open('seal-by-officer');
  await backbone.until(granted.id, ({ status }) => status === 'closed');
  await backbone.until(waiting.id, ({ steps }) => steps['tax']?.status === 'completed');
  await subscription(backbone);
  const sees = (text: string) => (page: Page) => page.getByText(text).first().waitFor();
  return [
    {
      name: 'overview',
      path: '/',
      ready: (page) => page.getByRole('table').first().getByText('企业开办').or(page.getByText('Starting an enterprise')).first().waitFor(),
    },
    { name: 'cases', path: '/cases', ready: sees(waiting.code) },
    { name: 'case', path: `/cases/${waiting.id}`, ready: sees(waiting.code) },
    { name: 'events', path: '/events', ready: (page) => page.getByRole('row').nth(3).waitFor() },
    {
      name: 'processes',
      path: '/processes',
      ready: (page) =>
        page
          .getByRole('link', { name: /企业开办|Starting an enterprise/ })
          .first()
          .waitFor(),
    },
    { name: 'process', path: '/processes/enterprise-startup', ready: sourceAndOrder },
    { name: 'departments', path: '/departments', ready: (page) => page.getByRole('row').nth(6).waitFor() },
    { name: 'department', path: '/departments/public-security', ready: sees(waiting.code) },
    { name: 'subscriptions', path: '/subscriptions', ready: sees('statistics') },
    { name: 'dead-letters', path: '/dead-letters', ready: (page) => page.getByRole('table').waitFor() },
  ];
}

/** An agency that may know of openings, and fetches them. */
async function subscription(backbone: Backbone): Promise<void> {
  const types = ['gov.hengtong.case.opened.v1'];
  const until = new Date(Date.now() + 86_400_000).toISOString();
  for (const [path, body] of [
    ['grants', { types, purpose: '统计企业开办', until }],
    ['subscriptions', { types, delivery: 'pull' }],
  ] as const) {
    const { status, body: answer } = await backbone.as('statistics', `${backbone.eventHub}/v1/${path}`, body);
    if (status !== 201) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
  }
}

/** The order is drawn, and the source beside it: the editor is loaded when there is something for it. */
async function sourceAndOrder(page: Page): Promise<void> {
  await page.locator('svg').nth(3).waitFor();
  await page.locator('.cm-line').first().waitFor();
}
