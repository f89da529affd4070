import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';

/** Where Debian's package `chromium` puts it. Another one is named by CHROMIUM. */
const program = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/**
 * Whether there is a browser to test pages in.
 * @throws when there is none and HENGTONG_REQUIRE_BROWSER is 1, so that CI never tests less than it says.
 */
export function thereIsChromium(): boolean {
  if (existsSync(program)) return true;
  const sentence = `no browser at ${program}: install Chromium (Debian: apt-get install chromium), or name one by CHROMIUM`;
  if (process.env['HENGTONG_REQUIRE_BROWSER'] === '1') throw new Error(sentence);
  process.stderr.write(`${sentence}; pages are not tested\n`);
  return false;
}

/** A browser with no profile, that asks nobody but the pages it is sent to. */
export async function openChromium(): Promise<Browser> {
  // Only who wants a browser loads what drives it.
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath: program,
    args: ['--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}
