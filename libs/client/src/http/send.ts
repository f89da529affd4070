import { setTimeout as pause } from 'node:timers/promises';
import type { TokenSource } from '../auth/token-source.ts';
import { ApiError } from './api-error.ts';

/** A service, and who turns to it. */
export interface Target {
  readonly url: string;
  readonly token: TokenSource;
  /** Milliseconds that a call may wait in all for a service that says when it wants to be asked again. */
  readonly patience: number;
  /** Milliseconds that one answer may take. */
  readonly timeout: number;
}

/** Values of a query; what is undefined is left out. */
export type Query = Readonly<Record<string, string | number | undefined>>;

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query?: Query;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds that the answer may take beyond what any answer may. */
  readonly longer?: number;
}

/** The address of a call. */
export function addressOf({ url }: Pick<Target, 'url'>, path: string, query: Query = {}): URL {
  const address = new URL(`${url.replace(/\/$/, '')}${path}`);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) address.searchParams.set(name, String(value));
  return address;
}

/**
 * Calls a service and gives the JSON of its answer; undefined where there is none. A POST goes out under an `Idempotency-Key`, so that
 * sending it again does nothing twice. A token that is refused is renewed once. Where the service says `Retry-After` (429, 503, and 409
 * while the first request under a key is not answered), it is asked again then, within `patience`.
 * @throws {ApiError} for an answer that is no success; {TypeError} when there is none; whatever the token source throws.
 */
export async function send(target: Target, call: Call): Promise<unknown> {
  const key = call.method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {};
  const until = Date.now() + target.patience;
  for (let fresh = false; ;) {
    const answer = await once(target, { ...call, headers: { ...key, ...call.headers } }, fresh);
    if (!(answer instanceof ApiError)) return answer.json;
    const { status, retryAfter } = answer;
    if (status === 401 && !fresh) fresh = true;
    else if ((status === 429 || status === 503 || status === 409) && retryAfter !== undefined && Date.now() + retryAfter <= until) {
      await pause(retryAfter, undefined, call.signal && { signal: call.signal });
      fresh = false;
    } else throw answer;
  }
}

async function once(target: Target, call: Call, fresh: boolean): Promise<ApiError | { readonly json: unknown }> {
  const { method = 'GET', path, query, body, headers, signal, longer = 0 } = call;
  const timeout = AbortSignal.timeout(target.timeout + longer);
  const answer = await fetch(addressOf(target, path, query), {
    method,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${await target.token({ fresh })}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  });
  const text = await answer.text();
  if (!answer.ok) return new ApiError(`${method} ${path}`, answer.status, answer.headers, text);
  return { json: text === '' ? undefined : JSON.parse(text) };
}
