import { useEffect, useState, useSyncExternalStore } from 'react';
import type { EventQuery } from '../../parts/filter-line/index.ts';
import { Tail } from './tail.ts';

/** The log under a filter, followed as long as the filter holds. Drawn again once for each frame in which something came. */
export function useTail(query: EventQuery): Tail {
  const key = JSON.stringify(query);
  const [tail, setTail] = useState(() => new Tail(query));
  useEffect(() => {
    const next = new Tail(JSON.parse(key) as EventQuery);
    setTail(next);
    void next.start();
    return () => next.stop();
  }, [key]);
  useSyncExternalStore(tail.subscribe, () => tail.version);
  return tail;
}
