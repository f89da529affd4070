import type { ServerResponse } from 'node:http';
import { Gauge, metrics, ProblemError } from '@hengtong/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Readers of one process. Each costs a connection and some 20 KB. */
const MOST = 4_000;

const readers = new Gauge({ name: 'hengtong_stream_readers', help: 'Readers of streams at this moment', registers: [metrics] });

/** Answers that do not end by themselves: counted, and ended when the service stops. */
export class Streams {
  private readonly stopping = new AbortController();
  private readers = 0;

  /** Ends them all. */
  stop(): void {
    this.stopping.abort();
  }

  /** Says when whoever asks has had the answer, or has gone, or the service stops. */
  goneOf(response: ServerResponse): AbortSignal {
    const gone = new AbortController();
    // Not that of the connection: it may carry a thousand more requests, and would hold what belongs to each of them.
    response.once('close', () => gone.abort());
    this.stopping.signal.addEventListener('abort', () => gone.abort(), { signal: gone.signal });
    if (this.stopping.signal.aborted || response.destroyed) gone.abort();
    return gone.signal;
  }

  /** Answers with a stream of server-sent events. @throws {ProblemError} 503 when there are too many readers already */
  async open(
    request: FastifyRequest,
    reply: FastifyReply,
    send: (response: ServerResponse, over: AbortSignal) => Promise<void>,
  ): Promise<void> {
    if (this.readers >= MOST)
      throw new ProblemError('unavailable', 'Too many read along at the moment.', { headers: { 'retry-after': '5' } });
    const over = this.goneOf(reply.raw);
    const headers = {
      ...reply.getHeaders(),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    };
    reply.hijack();
    reply.raw.on('error', () => undefined);
    reply.raw.writeHead(200, headers as Record<string, string>);
    // Fastify answers HEAD as it does GET, and there is nothing to be said.
    if (request.method === 'HEAD') return void reply.raw.end();
    readers.set(++this.readers);
    try {
      await send(reply.raw, over);
    } catch (error) {
      request.log.warn({ err: error }, 'a stream broke off');
      reply.raw.destroy();
    } finally {
      readers.set(--this.readers);
    }
  }
}
