import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { EventLog } from '../../app/event-log.ts';
import { readOn } from '../../app/read-on.ts';
import type { Interest } from '../../domain/interest.ts';

/** Milliseconds between signs of life: less than any proxy on the way waits, and than our own server does (60 s). */
const HEARTBEAT = 15_000;
/** Milliseconds in which a reader must take what it was sent, before it is cut off. */
const PATIENCE = 20_000;
/** Events that are read at a time, and so the most that wait in memory for a reader. */
const BATCH = 100;

/** How a stream begins, and until when its reader is known. */
export interface Streaming {
  readonly after: number;
  readonly until: number;
  /** The service stops, or the reader has gone. */
  readonly over: AbortSignal;
}

/**
 * Server-sent events (WHATWG HTML §9.2): each with the cursor as its id, so that a reader that comes back with `Last-Event-ID` gets the next one.
 * Nothing is read for a reader before it has taken what it was sent. Signs of life carry the cursor as well: where little is
 * wanted, a reader that comes back has not to be led through everything again. Ends with a comment that says why.
 */
export async function streamEvents(response: ServerResponse, log: EventLog, interest: Interest, streaming: Streaming): Promise<void> {
  const { after, until, over } = streaming;
  const expired = AbortSignal.timeout(Math.max(1, Math.min(until - Date.now(), 2_147_483_647)));
  const ended = AbortSignal.any([over, expired]);
  let at = after;
  let told = after;
  let said = Date.now();
  const say = async (text: string): Promise<boolean> => {
    said = Date.now();
    return response.write(text) || drained(response, over);
  };
  if (!(await say(`retry: 1000\nid: ${log.cursors.of(at)}\n\n`))) return;
  while (!ended.aborted) {
    const { events, upTo } = await readOn(log, interest, at, BATCH);
    at = upTo;
    if (events.length > 0) {
      const text = events
        .map((logged) => `id: ${log.cursors.of(logged.position)}\nevent: ${logged.event.type}\ndata: ${interest.shape(logged)}\n\n`)
        .join('');
      if (!(await say(text))) return cutOff(response, log.cursors.of(told));
      told = events.at(-1)?.position ?? told;
    } else if (Date.now() - said >= HEARTBEAT && !(await say(`id: ${log.cursors.of(at)}\n: alive\n\n`)))
      return cutOff(response, log.cursors.of(told));
    await log.moved(at, ended);
  }
  response.end(
    `id: ${log.cursors.of(at)}\n: ${expired.aborted ? 'your token has expired: come back with another' : 'closing: come back'}\n\n`,
  );
}

/** Whether a reader has taken what waits for it, in time. */
async function drained(response: ServerResponse, over: AbortSignal): Promise<boolean> {
  return once(response, 'drain', { signal: AbortSignal.any([over, AbortSignal.timeout(PATIENCE)]) }).then(
    () => true,
    () => over.aborted,
  );
}

/** It does not read: the connection is closed, and what waits for it in memory goes with it. */
function cutOff(response: ServerResponse, told: string): void {
  response.destroy(new Error(`a reader of the stream did not take what it was sent; it can resume at ${told}`));
}
