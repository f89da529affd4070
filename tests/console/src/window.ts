import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { openChromium } from '@hengtong/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Backbone } from './backbone.ts';

export type Language = 'zh-CN' | 'en' | 'x-pseudo';
export type Theme = 'light' | 'dark';

/** How somebody looks at the page. */
export interface View {
  readonly language?: Language;
  readonly theme?: Theme;
  /** Pixels; default 1440. */
  readonly width?: number;
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>;

/** A browser for a suite of tests. Each window is closed after its test, and what it complained of is there to be looked at. */
export interface Windows {
  /** A window of somebody who is signed in, by the real sign-in page, at an address of the console. */
  open(backbone: Backbone, person: string, path: string, view?: View): Promise<Page>;
  /** A window of nobody in particular. */
  blank(view?: View): Promise<Page>;
  /** Scripts that failed, and resources that a policy kept out, in this test. An answer that says no is none of them. */
  readonly complaints: readonly string[];
}

/** Opens a browser before the tests of a suite, and closes it after them. */
export function useWindows(): Windows {
  let browser: Browser;
  let contexts: BrowserContext[] = [];
  const complaints: string[] = [];
  const signedIn = new Map<string, State>();
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
    complaints.length = 0;
  });
  afterAll(() => browser.close());

  async function blank({ language = 'zh-CN', theme = 'light', width = 1440 }: View = {}, state?: State): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN', ...(state && { storageState: state }) });
    contexts.push(context);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await context.addInitScript(
      ([chosen, look]) => {
        localStorage.setItem('hengtong.language', chosen);
        localStorage.setItem('hengtong.theme', look);
      },
      [language, theme] as const,
    );
    const page = await context.newPage();
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (said) => {
      if (said.type() === 'error' && !said.text().startsWith('Failed to load resource')) complaints.push(said.text());
    });
    return page;
  }

  return {
    complaints,
    blank: (view) => blank(view),
    async open(backbone, person, path, view) {
      const key = `${backbone.url} ${person}`;
      const page = await blank(view, signedIn.get(key));
      await page.goto(`${backbone.url}${path}`);
      if (!signedIn.has(key)) {
        await signIn(page, person, await backbone.passwordOf(person));
        signedIn.set(key, await page.context().storageState());
      }
      await page.locator('#content').waitFor();
      return page;
    },
  };
}

/** Fills in the form of the issuer, to which the console leads whoever is not signed in. */
export async function signIn(page: Page, person: string, password: string): Promise<void> {
  await page.getByLabel('用户名 Name').fill(person);
  await page.getByLabel('密码 Password').fill(password);
  await page.getByRole('button', { name: '登录 Sign in' }).click();
}
