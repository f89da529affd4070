import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';

/** What one window went through while it was watched. */
export interface WindowUse {
  readonly path: string;
  /** Milliseconds of each task that held the page up for more than 50 (Long Tasks API). */
  readonly longTasks: readonly number[];
  /** Megabytes of JavaScript heap that were still used after a collection, in the order in which one looked. */
  readonly heap: readonly number[];
}

/** What a screen is about: the first row of a list, or a table. */
const CONTENT = '#content [role=row], #content table';
/** The time of the event that stands first. */
const NEWEST = '#content [role=rowgroup] [role=row][aria-rowindex="2"] time';
/** Milliseconds in which a window has made up for what a look held up. */
const RECOVERY = 2_000;
/** Milliseconds without a long task after which a window has started. */
const CALM = 3_000;

/** Milliseconds since the page began to load. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** A window that is looked at as an operator would, and by the browser's own instruments. */
export interface WindowUnderLoad {
  /** Milliseconds since the time of the event that stands first in the list. */
  age(): Promise<number>;
  /** Collects garbage and notes what is left. */
  look(): Promise<void>;
  use(): Promise<WindowUse>;
  /**
   * Opens and closes the palette by keyboard, as often as one looks for something.
   * @returns milliseconds from each key to what it shows (Event Timing API, which counts those below 16 as none: they stand here as 16)
   */
  interact(): Promise<readonly number[]>;
  /**
   * Scrolls back until the list holds so many rows, then through all of it.
   * @returns milliseconds between the frames that were drawn on the way through
   */
  scrollThrough(rows: number): Promise<readonly number[]>;
}

/** Opens a page of the console in a window of its own, signed in as the context is. */
export async function openUnderLoad(context: BrowserContext, url: string, path: string): Promise<WindowUnderLoad> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const tasks: Span[] = [];
    Object.assign(window, { longTasks: tasks });
    const spanOf = ({ startTime, duration }: PerformanceEntry): Span => ({ from: startTime, to: startTime + duration });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(spanOf))).observe({ entryTypes: ['longtask'] });
  });
  await page.goto(`${url}${path}`);
  await page.locator(CONTENT).first().waitFor();
  const session = await context.newCDPSession(page);
  // What starting takes is not what watching takes.
  await page.waitForFunction(
    (calm) => {
      const { longTasks } = window as unknown as { longTasks: Span[] };
      return performance.now() - (longTasks.at(-1)?.to ?? 0) > calm;
    },
    CALM,
    { polling: 500 },
  );
  await page.evaluate(() => (window as unknown as { longTasks: Span[] }).longTasks.splice(0));
  const heap: number[] = [];
  const looks: Span[] = [];
  return {
    age: async () => Date.now() - Date.parse((await page.locator(NEWEST).first().getAttribute('datetime')) ?? ''),
    look: async () => {
      const from = await nowIn(page);
      heap.push(await heapOf(session));
      looks.push({ from, to: await nowIn(page) });
    },
    use: async () => {
      const tasks = await tasksOf(page);
      // What collecting held up, and what the page then has to make up for, is the bench's and not the page's.
      const own = tasks.filter((task) => looks.every(({ from, to }) => task.to < from || to + RECOVERY < task.from));
      return { path, heap, longTasks: own.map(({ from, to }) => to - from) };
    },
    interact: () => interact(page),
    scrollThrough: (rows) => scrollThrough(page, rows),
  };
}

/** Opens a page as often as this. @returns milliseconds from the call to the first row of what it is about, each time */
export async function firstViews(context: BrowserContext, url: string, path: string, times: number): Promise<readonly number[]> {
  const taken: number[] = [];
  const page = await context.newPage();
  for (let time = 0; time < times; time++) {
    await page.goto(`${url}${path}`, { waitUntil: 'commit' });
    await page.locator(CONTENT).first().waitFor();
    taken.push(await nowIn(page));
  }
  await page.close();
  return taken;
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

function nowIn(page: Page): Promise<number> {
  return page.evaluate(() => performance.now());
}

function tasksOf(page: Page): Promise<readonly Span[]> {
  return page.evaluate(() => (window as unknown as { longTasks: Span[] }).longTasks);
}

/** Milliseconds from which on the browser tells how long a key took. */
const LEAST = 16;
/** How often the palette is opened. */
const OPENINGS = 20;

async function interact(page: Page): Promise<readonly number[]> {
  await page.bringToFront();
  await page.evaluate((least) => {
    const keys: number[] = [];
    Object.assign(window, { keys });
    const watch = new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === 'keydown') keys.push(duration);
    });
    watch.observe({ type: 'event', durationThreshold: least } as PerformanceObserverInit);
  }, LEAST);
  for (let opening = 0; opening < OPENINGS; opening++) {
    await page.keyboard.press('/');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  const keys = await page.evaluate(async () => {
    // Entries are handed over after the frame that they end with.
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    return (window as unknown as { keys: number[] }).keys;
  });
  return [...keys, ...Array.from({ length: Math.max(0, 2 * OPENINGS - keys.length) }, () => LEAST)];
}

/** Frames that scrolling through the list takes, each a part of it further. */
const FRAMES = 300;

async function scrollThrough(page: Page, rows: number): Promise<readonly number[]> {
  // Behind others a window is hardly drawn.
  await page.bringToFront();
  await page.waitForFunction(
    (least) => {
      const table = document.querySelector('#content [role=table]');
      const scroller = table?.parentElement;
      scroller?.scrollTo({ top: scroller.scrollHeight });
      return Number(table?.getAttribute('aria-rowcount')) > least;
    },
    rows,
    { polling: 'raf', timeout: 300_000 },
  );
  return page.evaluate(async (count) => {
    const scroller = document.querySelector('#content [role=table]')?.parentElement;
    // Asked once: each time, the page would be laid out for it.
    const height = scroller?.scrollHeight ?? 0;
    const times: number[] = [];
    for (let frame = count; frame >= 0; frame--) {
      scroller?.scrollTo({ top: (height * frame) / count });
      times.push(await new Promise(requestAnimationFrame));
    }
    return times.slice(1).map((time, index) => time - (times[index] ?? time));
  }, FRAMES);
}
