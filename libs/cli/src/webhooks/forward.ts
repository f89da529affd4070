import { backoff, rest, signWebhook } from '@hengtong/client';
import type { CloudEvent } from '@hengtong/contracts';

/** Milliseconds that an answer may take, as with the event hub. */
const TIMEOUT = 10_000;
/** Milliseconds between two tries, at first and at the most. */
const [SHORTEST, LONGEST] = [500, 10_000];
/** Tries of an event that is answered, but not taken; the hub tries for 28 hours, nobody here would wait for that. */
const TRIES = 3;

/** What came of one call: a status, or why there is none. */
export interface Tried {
  readonly status: number | string;
  readonly milliseconds: number;
  /** Milliseconds until it is tried again; undefined if it is not. */
  readonly again?: number | undefined;
}

/** Where to call, and how. */
export interface Receiver {
  readonly url: string;
  readonly secret: string;
  readonly ended: AbortSignal;
  /** Told of each call. */
  readonly tried: (event: CloudEvent, tried: Tried) => void;
}

/**
 * Calls a receiver with one event, as the event hub does (Standard Webhooks): again and again while it is away, three times where it
 * answers with no success. @returns whether it wants more; a receiver that is gone for good (410) does not.
 */
export async function forward(event: CloudEvent, { url, secret, ended, tried }: Receiver): Promise<boolean> {
  const body = JSON.stringify(event);
  for (let failures = 0, answers = 0; !ended.aborted; failures++) {
    const begun = performance.now();
    const status = await call(url, signWebhook(event.id, body, [secret]), body, ended);
    const milliseconds = Math.round(performance.now() - begun);
    if (ended.aborted) break;
    if (typeof status === 'number') answers++;
    const taken = typeof status === 'number' && status >= 200 && status < 300;
    const again = taken || status === 410 || answers === TRIES ? undefined : backoff(failures, SHORTEST, LONGEST);
    tried(event, { status, milliseconds, again });
    if (again === undefined) return status !== 410;
    await rest(again, ended);
  }
  return false;
}

/** The status of the answer, or in a word why there is none. */
async function call(url: string, headers: Record<string, string>, body: string, ended: AbortSignal): Promise<number | string> {
  try {
    const signal = AbortSignal.any([ended, AbortSignal.timeout(TIMEOUT)]);
    const type = { 'content-type': 'application/cloudevents+json; charset=utf-8' };
    const answer = await fetch(url, { method: 'POST', headers: { ...type, ...headers }, body, redirect: 'manual', signal });
    await answer.body?.cancel();
    return answer.status;
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } };
    return cause?.code ?? (name === 'TimeoutError' ? 'timeout' : name);
  }
}
