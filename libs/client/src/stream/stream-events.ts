import { CloudEvent } from '@hengtong/contracts';
import { TokenRefused } from '../auth/token-source.ts';
import { ApiError } from '../http/api-error.ts';
import type { Target } from '../http/send.ts';
import { type EventPosition, type EventSelection, queryOf } from '../rest/event-selection.ts';
import { backoff, rest } from './backoff.ts';
import { openConnection } from './open-connection.ts';
import type { Block } from './read-connection.ts';
import { Seen } from './seen.ts';

/** An event, and where in the log it stands. */
export interface Received {
  readonly event: CloudEvent;
  /** Give it as `after` to begin behind this event. */
  readonly cursor: string;
}

export interface StreamOptions extends EventPosition {
  readonly filters?: EventSelection | undefined;
  /** Ends the stream. */
  readonly signal?: AbortSignal;
  /** Told of each interruption: why, and in how many milliseconds the next try begins. */
  readonly interrupted?: (why: Error, milliseconds: number) => void;
  /** Told of each connection that the hub has taken. */
  readonly connected?: () => void;
  /** Milliseconds within which a first try comes after an interruption, where the hub has not said it yet. Default 1,000. */
  readonly pause?: number;
  /** Milliseconds without a sign of life after which a connection counts as broken. Default 45,000: the hub gives one every 15 to 20 s. */
  readonly silence?: number;
}

/** What came is no structured CloudEvent. To leave it out, begin behind its `cursor`. */
export class UnreadableEvent extends Error {
  override name = 'UnreadableEvent';
  readonly cursor: string;

  constructor(cursor: string, options: ErrorOptions) {
    super(`The event at ${cursor} is no structured CloudEvent.`, options);
    this.cursor = cursor;
  }
}

/** The hub has ended a connection in order: it stops, or a token has come to its end. */
export class StreamEnded extends Error {
  override name = 'StreamEnded';
}

/** Milliseconds between two tries: at the most, and on the average of the first ones, whatever the hub says. */
const LONGEST = 30_000;
const SHORTEST = 20;
/** Cursors that are remembered, to tell what comes a second time. */
const REMEMBERED = 1_000;

/** What `Events.stream` does. */
export async function* streamEvents(
  hub: Target,
  options: StreamOptions,
  path = '/v1/events/stream',
): AsyncGenerator<Received, void, undefined> {
  const { filters, after, since, signal = new AbortController().signal, silence = 45_000, interrupted, connected } = options;
  const had = new Seen(REMEMBERED);
  let last = after;
  let { pause = 1_000 } = options;
  let refused = false;

  const connection = (): AsyncGenerator<Block, void, undefined> =>
    openConnection(hub, {
      path,
      query: { ...queryOf(filters), ...(last === undefined && { since }) },
      last,
      fresh: refused,
      silence,
      signal,
      opened: () => {
        refused = false;
        connected?.();
      },
      retry: (milliseconds) => void (pause = Math.min(Math.max(milliseconds, SHORTEST), LONGEST)),
    });

  for (let failures = 0; !signal.aborted; failures++) {
    let why: Error = new StreamEnded('The hub has ended the stream.');
    try {
      for await (const { id, message } of connection()) {
        if (signal.aborted) return;
        failures = 0;
        last = id;
        if (message && had.isNew(id)) yield { event: eventOf(message.data, id), cursor: id };
      }
    } catch (error) {
      if (signal.aborted) return;
      if (isFinal(error, refused)) throw error;
      refused = error instanceof ApiError && error.status === 401;
      why = error as Error;
    }
    const milliseconds = refused ? 0 : backoff(failures, pause, LONGEST) + retryAfter(why);
    interrupted?.(why, milliseconds);
    await rest(milliseconds, signal);
  }
}

function eventOf(data: string, cursor: string): CloudEvent {
  try {
    return CloudEvent.parse(JSON.parse(data));
  } catch (cause) {
    throw new UnreadableEvent(cursor, { cause });
  }
}

const retryAfter = (error: Error): number => (error instanceof ApiError ? Math.min(error.retryAfter ?? 0, LONGEST) : 0);

/** Whether no other try would help. A token may just have come to its end, so that a 401 counts with a fresh one only. */
function isFinal(error: unknown, refused: boolean): boolean {
  if (error instanceof TokenRefused || error instanceof UnreadableEvent) return true;
  if (!(error instanceof ApiError)) return false;
  if (error.status === 401) return refused;
  return error.status < 500 && ![408, 425, 429].includes(error.status);
}
