import { Agent } from 'undici';
import { retryAfter } from '../../domain/retry-after.ts';
import { checkedLookup } from './checked-lookup.ts';
import { type Failure, failureOf } from './failure-of.ts';
import { readStart } from './read-start.ts';
import type { Resolve } from './resolve.ts';
import { readSink, type SinkPolicy } from './sink-policy.ts';

export interface TransportOptions {
  readonly policy: SinkPolicy;
  /** Milliseconds for a whole exchange; default 10,000. */
  readonly timeout?: number;
  /** The most connections to one origin; default 32. */
  readonly connections?: number;
  /** Who answers for names; default the machine's name servers, with `anywhere` whatever the machine goes by. */
  readonly resolve?: Resolve;
}

/** What a post came to: a status, or the reason why there is none. */
export interface Posted {
  readonly status?: number;
  readonly error?: Failure;
  readonly durationMs: number;
  /** The first KiB of the answer. */
  readonly body?: string;
  /** Milliseconds that the answer asks us to wait. */
  readonly retryAfterMs?: number;
}

/** A post with the headers of its answer, names in lower case. */
export type Exchange = Posted & { readonly headers: Readonly<Record<string, string | string[] | undefined>> };

/** What a request is aborted with; Node's own error of a timeout has no code that is a text. */
class TooLate extends Error {
  readonly code = 'ETIMEDOUT';
}

/** Sends requests to sinks, and never anywhere else: addresses are checked and pinned, redirects are answers like any other. */
export class Transport {
  private readonly policy: SinkPolicy;
  private readonly timeout: number;
  private readonly agent: Agent;

  constructor({ policy, timeout = 10_000, connections = 32, resolve }: TransportOptions) {
    this.policy = policy;
    this.timeout = timeout;
    this.agent = new Agent({
      connections,
      connect: { lookup: checkedLookup(policy, resolve), timeout },
      // One request a connection: one that hangs must hold up no other.
      pipelining: 1,
      allowH2: false,
      headersTimeout: timeout,
      maxHeaderSize: 16_384,
    });
  }

  /** Posts a body (JSON). Resolves whatever the other side does, within the timeout. */
  async post(sink: string, body: string, headers: Record<string, string>): Promise<Posted> {
    const { headers: _, ...posted } = await this.exchange(
      'POST',
      sink,
      { 'content-type': 'application/cloudevents+json; charset=utf-8', ...headers },
      body,
    );
    return posted;
  }

  /** One request and its answer. Resolves whatever the other side does, within the timeout. */
  async exchange(method: 'POST' | 'OPTIONS', sink: string, headers: Record<string, string>, body?: string): Promise<Exchange> {
    const begun = performance.now();
    const took = (): number => Math.round(performance.now() - begun);
    const tooLate = new AbortController();
    const timer = setTimeout(() => tooLate.abort(new TooLate()), this.timeout);
    try {
      const url = readSink(this.policy, sink);
      const answer = await this.agent.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method,
        headers: { 'user-agent': 'hengtong-event-hub', ...headers },
        body: body ?? null,
        signal: tooLate.signal,
      });
      const start = await readStart(answer.body);
      const wait = retryAfter(first(answer.headers['retry-after']), Date.now());
      return {
        status: answer.statusCode,
        headers: answer.headers,
        durationMs: took(),
        ...(start && { body: start }),
        ...(wait !== undefined && { retryAfterMs: wait }),
      };
    } catch (error) {
      return { error: failureOf(error), headers: {}, durationMs: took() };
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends what is under way and closes all connections. */
  close(): Promise<void> {
    return this.agent.destroy();
  }
}

const first = (header: string | string[] | undefined): string | undefined => (Array.isArray(header) ? header[0] : header);
