import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';

/** What one window went through while it was watched. */
export interface WindowUse {
  readonly path: string;
  /** Milliseconds of each task that held the page up for more than 50 (Long Tasks API). */
  readonly longTasks: readonly number[];
  /** Megabytes of JavaScript heap that were still used after a collection, in the order in which one looked. */
  readonly heap: readonly number[];
}

/** A window that is looked at as an operator would, and by the browser's own instruments. */
export interface WindowUnderLoad {
  /** Collects garbage and notes what is left. */
  look(): Promise<void>;
  use(): Promise<WindowUse>;
}

/** Opens a page of the console in a window of its own, signed in as the context is. */
export async function openUnderLoad(context: BrowserContext, url: string, path: string): Promise<WindowUnderLoad> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      entryTypes: ['longtask'],
    });
  });
  await page.goto(`${url}${path}`);
  await page.locator('#content [role=row], #content table').first().waitFor();
  const session = await context.newCDPSession(page);
  // What starting takes is not what watching takes.
  await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks.splice(0));
  const heap: number[] = [];
  return {
    look: async () => void heap.push(await heapOf(session)),
    use: async () => ({ path, heap, longTasks: await tasksOf(page) }),
  };
}

/** Signs in at the issuer's page. */
export async function signedInContext(browser: Browser, url: string, name: string, password: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByLabel('用户名 Name').fill(name);
  await page.getByLabel('密码 Password').fill(password);
  await page.getByRole('button', { name: '登录 Sign in' }).click();
  await page.locator('#content').waitFor();
  await page.close();
  return context;
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1_000_000;
}

function tasksOf(page: Page): Promise<number[]> {
  return page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
}
