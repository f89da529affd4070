import type { ServerResponse } from 'node:http';
import { Gauge, metrics, ProblemError } from '@hengtong/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Readers of one process, each of which costs a connection and some 20 KB; and of one client, so that nobody takes all places. */
const [MOST, MOST_OF_ONE] = [4_000, 2_000];

const readers = new Gauge({ name: 'hengtong_stream_readers', help: 'Readers of streams at this moment', registers: [metrics] });

/** Answers that do not end by themselves: counted, and ended when the service stops. */
export class Streams {
  private readonly stopping = new AbortController();
  private readers = 0;
  private readonly byClient = new Map<string, number>();

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
    const client = request.caller?.clientId ?? '';
    this.admit(client);
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
    this.count(client, 1);
    try {
      await send(reply.raw, over);
    } catch (error) {
      request.log.warn({ err: error }, 'a stream broke off');
      reply.raw.destroy();
    } finally {
      this.count(client, -1);
    }
  }

  private admit(client: string): void {
    const own = this.byClient.get(client) ?? 0;
    if (this.readers < MOST && own < MOST_OF_ONE) return;
    const detail = own < MOST_OF_ONE ? 'Too many read along at the moment.' : `You have ${own} streams open: use one for what you can.`;
    throw new ProblemError('unavailable', detail, { headers: { 'retry-after': '5' } });
  }

  private count(client: string, more: 1 | -1): void {
    readers.set((this.readers += more));
    const own = (this.byClient.get(client) ?? 0) + more;
    if (own === 0) this.byClient.delete(client);
    else this.byClient.set(client, own);
  }
}
