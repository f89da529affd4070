import { useEffect, useState } from 'react';
import { readStream } from '../../../api/read-stream.ts';

/** Milliseconds in which what happens at once is taken together. */
const TOGETHER = 150;

/** Milliseconds after which a stream is opened again that broke off or was refused. */
const AGAIN = 3_000;

/** Calls `onEvent` whenever something happens in a case; says whether it is told so now. */
export function useCaseStream(id: string, onEvent: () => void): boolean {
  const [isTold, setTold] = useState(false);
  useEffect(() => {
    const over = new AbortController();
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let coming: ReturnType<typeof setTimeout> | undefined;
    const heard = (): void => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        onEvent();
      }, TOGETHER);
    };
    const opened = (): void => {
      setTold(true);
      // Something may have happened between the last look and now.
      heard();
    };
    const listen = async (): Promise<void> => {
      const url = `/api/event-hub/v1/events/stream?subject=${encodeURIComponent(id)}`;
      // Why it ended matters to nobody: the page looks by itself until it is told again.
      await readStream({ url, after: undefined, signal: over.signal, onOpen: opened, onEvent: heard }).catch(() => undefined);
      if (over.signal.aborted) return;
      setTold(false);
      coming = setTimeout(() => void listen(), AGAIN);
    };
    void listen();
    return () => {
      over.abort();
      clearTimeout(waiting);
      clearTimeout(coming);
    };
  }, [id, onEvent]);
  return isTold;
}
