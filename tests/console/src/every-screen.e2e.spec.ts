import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { thereIsChromium } from '@hengtong/testing';
import type { Page } from 'playwright-core';
import { type Backbone, sharedBackbone } from './backbone.ts';
import { allScreens, type ScreenToSee } from './screens.ts';
import { useWindows } from './window.ts';

const names = ['overview', 'cases', 'case', 'events', 'processes', 'process', 'departments', 'department', 'subscriptions', 'dead-letters'];
/** Rules of WCAG 2.2, level AA. Of what passes, no account is drawn up: it would take longer than to look. */
const LEVEL_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const pictures = join(import.meta.dirname, '../../../docs/pictures');

(thereIsChromium() ? describe : describe.skip)('every screen', () => {
  const windows = useWindows();
  let backbone: Backbone;
  let screens: ReadonlyMap<string, ScreenToSee>;

  beforeAll(async () => {
    backbone = await sharedBackbone();
    screens = new Map((await allScreens(backbone)).map((screen) => [screen.name, screen]));
  }, 120_000);

  const see = async (name: string, view: Parameters<typeof windows.open>[3]): Promise<Page> => {
    const screen = screens.get(name);
    if (!screen) throw new Error(`no screen is named ${name}`);
    const page = await windows.open(backbone, 'gao.jie', screen.path, view);
    await screen.ready(page);
    return page;
  };

  test.each(names)('%s can be used by everybody, in both themes and languages (WCAG 2.2 AA), and fits into 1024 pixels', async (name) => {
    for (const view of [
      { theme: 'light', language: 'zh-CN', width: 1440 },
      { theme: 'dark', language: 'en', width: 1024 },
    ] as const) {
      const page = await see(name, view);
      const { violations } = await new AxeBuilder({ page })
        .options({ runOnly: LEVEL_AA, resultTypes: ['violations'] })
        .setLegacyMode()
        .analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      if (process.env['HENGTONG_WRITE_DOCS'] === '1') await page.screenshot({ path: join(pictures, `${name}-${view.width}.png`) });
      expect(windows.complaints).toEqual([]);
    }
  });

  test.each(names)('%s says nothing that is not in the catalogue of texts', async (name) => {
    const page = await see(name, { language: 'x-pseudo' });
    expect(await page.evaluate(textsOfNoCatalogue)).toEqual([]);
  });
});

/** Text on the page that is neither data (`translate="no"`) nor in the brackets that the pseudo-language gives every text. */
function textsOfNoCatalogue(): string[] {
  const found: string[] = [];
  // A text may stand within another one: the innermost brackets are taken away first.
  const without = (text: string): string => {
    const less = text.replaceAll(/⟦[^⟦⟧]*⟧/g, '');
    return less === text ? text : without(less);
  };
  const isOurs = (text: string): boolean => !/[\p{L}]/u.test(without(text));
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || parent.closest('[translate=no], script, style, noscript')) continue;
    // A text may be put together of several nodes: the whole of the element is looked at.
    const text = parent.textContent ?? '';
    if (!isOurs(text) && !isOurs(node.textContent ?? '')) found.push(node.textContent ?? '');
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
    if (element.closest('[translate=no]')) continue;
    for (const name of ['aria-label', 'title', 'placeholder']) {
      const text = element.getAttribute(name);
      if (text !== null && !isOurs(text) && !/⟦/.test(text)) found.push(`${name}: ${text}`);
    }
  }
  return found;
}
