import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again and again until the answer is true. `timeoutMs` in milliseconds; a probe that throws counts as "not yet".
 * @returns true, or false when the time is over. @throws whatever `giveUp` throws, which is asked before every probe.
 */
export async function waitUntil(
  probe: () => Promise<boolean> | boolean,
  timeoutMs: number,
  giveUp: () => void | Promise<void> = () => undefined,
): Promise<boolean> {
  for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await pause(50)) {
    await giveUp();
    if (
      await Promise.resolve()
        .then(probe)
        .catch(() => false)
    )
      return true;
  }
  return false;
}
