import { setTimeout as pause } from 'node:timers/promises';

/**
 * How long to wait before the next try, in milliseconds: anything up to `base`, then up to twice that, and so on, so that those who were
 * cut off together do not come back together (“full jitter”, AWS Architecture Blog, Exponential Backoff And Jitter, 2015).
 * @param failures tries in a row that came to nothing
 */
export function backoff(failures: number, base: number, most: number, random: () => number = Math.random): number {
  return Math.round(random() * Math.min(most, base * 2 ** failures));
}

/** Waits; ends early, without complaint, when the signal is aborted. */
export async function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal }).catch(() => undefined);
}
