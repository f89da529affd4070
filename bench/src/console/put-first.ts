import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';

import type { Browser } from 'playwright-core';

/**
 * Lets the browser have the processor whenever it wants it: an operator's has a machine of its own, and here it shares one with all that
 * it watches. Whatever is started from here on steps back for it. Linux weighs sessions before it weighs the processes in them
 * (sched(7), autogroup), and nearly every process here has a session of its own: so the browser's is put first, which only root may do.
 * @returns what became of it, for whoever reads the figures
 */
export async function putFirst(browser: Browser): Promise<string> {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const autogroup = `/proc/${processInfo.find(({ type }) => type === 'browser')?.id}/autogroup`;
  if (!existsSync(autogroup)) return 'the browser goes before the servers';
  try {
    await writeFile(autogroup, String(constants.priority.PRIORITY_HIGHEST));
    return 'the browser goes before the servers';
  } catch {
    return 'the browser waits for its turn among the servers: only root may put it first';
  }
}
