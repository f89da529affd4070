import { useEffect, useState, useSyncExternalStore } from 'react';
import type { EventQuery } from '../../parts/filter-line/index.ts';
import { Tail, type TailState } from './tail.ts';

const nothing = (): (() => void) => () => undefined;

export interface Followed {
  /** What is shown: under the filter that holds, or the one before while that has nothing to show. */
  readonly tail: Tail | undefined;
  readonly state: TailState;
}

/**
 * The log under a filter, followed as long as that holds; nothing while there is none. Drawn again a few times a second while
 * something comes. What was shown stays until the first page under the new filter is there, and if that is refused, so that nothing goes blank.
 */
export function useTail(query: EventQuery | undefined): Followed {
  const key = query && JSON.stringify(query);
  const [tail, setTail] = useState<Tail>();
  const [refused, setRefused] = useState<TailState>();
  useEffect(() => {
    if (key === undefined) return;
    const next = new Tail(JSON.parse(key) as EventQuery);
    const show = next.subscribe(() => {
      if (next.state.kind === 'refused') return setRefused(next.state);
      setRefused(undefined);
      setTail(next);
    });
    void next.start();
    setTail((before) => before ?? next);
    return () => {
      show();
      next.stop();
    };
  }, [key]);
  useSyncExternalStore(tail?.subscribe ?? nothing, () => tail?.version);
  return { tail, state: refused ?? tail?.state ?? { kind: 'loading' } };
}
