import { useSyncExternalStore } from 'react';

/** One clock for all ages on the page. */
const listeners = new Set<() => void>();
let clock: ReturnType<typeof setInterval> | undefined;

/** Now, in ms since 1970, second by second: drawn again with each. */
export function useNow(): number {
  return useSyncExternalStore(everySecond, thisSecond);
}

function thisSecond(): number {
  return Math.floor(Date.now() / 1000) * 1000 + 999;
}

function everySecond(listener: () => void): () => void {
  listeners.add(listener);
  clock ??= setInterval(() => {
    for (const each of listeners) each();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(clock);
    clock = undefined;
  };
}
