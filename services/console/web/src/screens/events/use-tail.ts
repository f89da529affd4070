import { useEffect, useState, useSyncExternalStore } from 'react';
import type { EventQuery } from '../../parts/filter-line/index.ts';
import { Tail } from './tail.ts';

const nothing = (): (() => void) => () => undefined;

/**
 * The log under a filter, followed as long as that holds; nothing while there is none. Drawn again once for each frame in which
 * something came. What was shown stays until the first page under the new filter is there, so that nothing goes blank.
 */
export function useTail(query: EventQuery | undefined): Tail | undefined {
  const key = query && JSON.stringify(query);
  const [tail, setTail] = useState<Tail>();
  useEffect(() => {
    if (key === undefined) return;
    const next = new Tail(JSON.parse(key) as EventQuery);
    const show = next.subscribe(() => {
      show();
      setTail(next);
    });
    void next.start();
    setTail((before) => before ?? next);
    return () => next.stop();
  }, [key]);
  useSyncExternalStore(tail?.subscribe ?? nothing, () => tail?.version);
  return tail;
}
