import { useEffect, useState } from 'react';

/** Of which types a case's own events are, as the event hub tells them. One that is not among them is seen at the next look. */
const CASE = ['opened', 'stalled', 'resumed', 'closed', 'reply-ignored'].map((name) => `gov.hengtong.case.${name}.v1`);
const STEP = [
  'requested',
  'started',
  'completed',
  'refused',
  'failed',
  'skipped',
  'recall-requested',
  'recalled',
  'recall-declined',
  'compensation-requested',
  'compensated',
].map((name) => `gov.hengtong.case-step.${name}.v1`);

/** Milliseconds in which what happens at once is taken together. */
const TOGETHER = 150;

/** Milliseconds after which a stream is asked for again that was refused: a browser comes back by itself only to one that broke off. */
const AGAIN = 5_000;

/** Calls `onEvent` whenever something happens in a case; says whether it is told so now. */
export function useCaseStream(id: string, onEvent: () => void): boolean {
  const [isTold, setTold] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const source = new EventSource(`/api/event-hub/v1/events/stream?subject=${encodeURIComponent(id)}`);
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let coming: ReturnType<typeof setTimeout> | undefined;
    const listen = (): void => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        onEvent();
      }, TOGETHER);
    };
    for (const type of [...CASE, ...STEP]) source.addEventListener(type, listen);
    source.addEventListener('open', () => {
      setTold(true);
      // Something may have happened between the first look and now.
      listen();
    });
    source.addEventListener('error', () => {
      setTold(false);
      if (source.readyState === EventSource.CLOSED) coming = setTimeout(() => setAttempt((before) => before + 1), AGAIN);
    });
    return () => {
      source.close();
      clearTimeout(waiting);
      clearTimeout(coming);
    };
  }, [id, onEvent, attempt]);
  return isTold;
}
