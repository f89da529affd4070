import { useSyncExternalStore } from 'react';

/** A choice of this browser's user, kept in the browser and seen by all tabs. */
export interface Kept<Value> {
  get(): Value;
  set(value: Value): void;
  subscribe(listener: () => void): () => void;
  /** For components. */
  use(): Value;
}

/** `read` makes a value of the text that is kept, or of `null` while there is none; the text is the value's JSON unless it is a string. */
export function kept<Value>(name: string, read: (text: string | null) => Value): Kept<Value> {
  const key = `hengtong.${name}`;
  const listeners = new Set<() => void>();
  let value = read(stored(key));
  const changed = (next: Value): void => {
    value = next;
    for (const listener of listeners) listener();
  };
  window.addEventListener('storage', (event) => event.key === key && changed(read(event.newValue)));
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const get = (): Value => value;
  return {
    get,
    subscribe,
    set: (next) => {
      store(key, typeof next === 'string' ? next : JSON.stringify(next));
      changed(next);
    },
    use: () => useSyncExternalStore(subscribe, get),
  };
}

/** A browser that keeps nothing (a private window may refuse) still works: the choice then lasts as long as the page. */
function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Said above.
  }
}
