import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let ended = false;

/** Whether a call was told that nobody is signed in any more. Signing in leads away from the page, so it never turns back. */
export const sessionEnded = {
  set: (): void => {
    ended = true;
    for (const listener of listeners) listener();
  },
  use: (): boolean =>
    useSyncExternalStore(
      (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      () => ended,
    ),
};
