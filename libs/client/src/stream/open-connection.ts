import { ApiError } from '../http/api-error.ts';
import { addressOf, type Query, type Target } from '../http/send.ts';
import { type Block, readConnection } from './read-connection.ts';

/** One connection to the stream of the hub. */
export interface ConnectionOptions {
  readonly path: string;
  readonly query: Query;
  /** The cursor behind which to go on. */
  readonly last: string | undefined;
  /** The token that was used last was refused. */
  readonly fresh: boolean;
  readonly silence: number;
  readonly signal: AbortSignal;
  /** The hub has taken it. */
  readonly opened: () => void;
  /** As `ReadOptions` has it. */
  readonly retry: (milliseconds: number) => void;
}

/** Opens a connection, and gives its blocks until it ends. @throws {ApiError} for an answer that is no stream; as `readConnection`; what the token source throws */
export async function* openConnection(hub: Target, options: ConnectionOptions): AsyncGenerator<Block, void, undefined> {
  const { path, query, last, fresh, silence, signal, opened, retry } = options;
  const broken = new AbortController();
  const abort = (reason: Error): void => broken.abort(reason);
  const token = await hub.token({ fresh });
  const slow = setTimeout(() => abort(new Error(`No answer has come within ${hub.timeout / 1_000} s.`)), hub.timeout);
  let answer: Response;
  try {
    answer = await fetch(addressOf(hub, path, query), {
      headers: { accept: 'text/event-stream', authorization: `Bearer ${token}`, ...(last !== undefined && { 'last-event-id': last }) },
      signal: AbortSignal.any([signal, broken.signal]),
    });
    if (!answer.ok) throw new ApiError(`GET ${path}`, answer.status, answer.headers, await answer.text());
  } finally {
    clearTimeout(slow);
  }
  opened();
  if (answer.body) yield* readConnection(answer.body, { silence, retry, abort });
}
