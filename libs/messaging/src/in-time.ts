import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for `work`, but for no longer than `milliseconds`; then it goes on by itself. @throws what it throws in that time. */
export async function inTime(work: Promise<unknown> | undefined, milliseconds: number): Promise<void> {
  const enough = new AbortController();
  const late = sleep(Math.max(0, milliseconds), undefined, { signal: enough.signal }).catch(() => undefined);
  try {
    await Promise.race([work, late]);
  } finally {
    enough.abort();
  }
}
