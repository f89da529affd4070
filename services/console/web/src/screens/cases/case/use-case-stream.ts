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

/** Calls `onEvent` whenever something happens in a case; says whether it is told so now. The browser comes back by itself. */
export function useCaseStream(id: string, onEvent: () => void): boolean {
  const [isTold, setTold] = useState(false);
  useEffect(() => {
    const source = new EventSource(`/api/event-hub/v1/events/stream?subject=${encodeURIComponent(id)}`);
    let waiting: ReturnType<typeof setTimeout> | undefined;
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
    source.addEventListener('error', () => setTold(false));
    return () => {
      source.close();
      clearTimeout(waiting);
    };
  }, [id, onEvent]);
  return isTold;
}
