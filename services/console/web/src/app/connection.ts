import { useSyncExternalStore } from 'react';

type Connection = { readonly up: true } | { readonly up: false; readonly since: number };

const UP: Connection = { up: true };
const listeners = new Set<() => void>();
let now: Connection = UP;

/** Whether the console's backend answers, as the calls of the page find it; away since when, in ms since 1970. */
export const connection = {
  get: (): Connection => now,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** A call was answered. */
  answered: (): void => {
    if (!now.up) become(UP);
  },
  /** A call got no answer. */
  lost: (): void => {
    if (now.up) become({ up: false, since: Date.now() });
  },
};

function become(next: Connection): void {
  now = next;
  document.documentElement.toggleAttribute('data-offline', !next.up);
  for (const listener of listeners) listener();
}

export function useConnection(): Connection {
  return useSyncExternalStore(connection.subscribe, connection.get);
}
