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
    { name: 'process', path: '/processes/enterprise-startup', ready: (page) => page.locator('svg').nth(3).waitFor() },
    { name: 'departments', path: '/departments', ready: (page) => page.getByRole('row').nth(6).waitFor() },
    { name: 'department', path: '/departments/public-security', ready: sees(waiting.id.slice(0, 8)) },
    { name: 'subscriptions', path: '/subscriptions', ready: (page) => page.getByRole('row').nth(3).waitFor() },
    { name: 'dead-letters', path: '/dead-letters', ready: (page) => page.getByRole('table').waitFor() },
  ];
}
