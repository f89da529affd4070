import { useSyncExternalStore } from 'react';

/** Pixels of a window from which on a table has room for all that it shows by itself. */
const WIDE = '(min-width: 1200px)';

/** Whether the window is wide enough for columns that are useful and not needed. */
export function useIsWide(): boolean {
  return useSyncExternalStore(whenItChanges, () => window.matchMedia(WIDE).matches);
}

function whenItChanges(listener: () => void): () => void {
  const wide = window.matchMedia(WIDE);
  wide.addEventListener('change', listener);
  return () => wide.removeEventListener('change', listener);
}
