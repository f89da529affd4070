import { useEffect, useState } from 'react';
import { Problem } from '../../../api/index.ts';
import { readStream } from '../../../api/read-stream.ts';

/** Milliseconds in which what happens at once is taken together. */
const TOGETHER = 150;

/** Milliseconds after which a stream is opened again that broke off or was refused. */
const AGAIN = 3_000;

/** How a page hears of its case: it is told as things happen, has not been yet, could be and is not, or may not be. */
export type Hearing = 'opening' | 'told' | 'away' | 'refused';

/** Calls `onEvent` whenever something happens in a case, and says whether it can now. */
export function useCaseStream(id: string, onEvent: () => void): Hearing {
  const [hearing, setHearing] = useState<Hearing>('opening');
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
      setHearing('told');
      // Something may have happened between the last look and now.
      heard();
    };
    const listen = async (): Promise<void> => {
      const url = `/api/event-hub/v1/events/stream?subject=${encodeURIComponent(id)}`;
      // However it ended, the page looks by itself until it is told again.
      const error: unknown = await readStream({ url, after: undefined, signal: over.signal, onOpen: opened, onEvent: heard }).catch(
        (reason: unknown) => reason,
      );
      if (over.signal.aborted) return;
      setHearing(afterwards(error));
      coming = setTimeout(() => void listen(), AGAIN);
    };
    void listen();
    return () => {
      over.abort();
      clearTimeout(waiting);
      clearTimeout(coming);
    };
  }, [id, onEvent]);
  return hearing;
}

/** How a page hears after a stream has ended. By itself, as it does when its token expires: another one follows on. */
function afterwards(error: unknown): Hearing {
  if (error === undefined) return 'opening';
  return error instanceof Problem && error.status >= 400 && error.status < 500 ? 'refused' : 'away';
}
