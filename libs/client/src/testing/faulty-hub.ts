import type { ServerResponse } from 'node:http';
import { cursorOf, eventOf } from './events.ts';
import { serve, type TestServer } from './serve.ts';

/** What goes wrong on one connection, before the hub behaves again. */
export interface Fault {
  /** Answer with this status, and no stream. */
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** Events that are sent before the connection is cut; -1: none, not even a beginning. Default: all. */
  readonly events?: number;
  /** Bytes of the next event that still go out before it is cut. */
  readonly torn?: number;
  /** How many of the events sent come a second time, at the end. */
  readonly repeated?: number;
  /** End it in order instead of cutting it; then nothing is torn. */
  readonly polite?: boolean;
  /** Send nothing more, and keep it open. */
  readonly mute?: boolean;
  /** Bytes that go out at a time. Default: all at once. */
  readonly drip?: number;
}

/** What the hub was asked, connection by connection. */
export interface Connection {
  readonly last: string | undefined;
  readonly authorization: string | undefined;
  readonly query: URLSearchParams;
}

/** A hub whose log has events 1 to `count`, and whose connections go wrong in turn; when there is no fault left, they do not. */
export async function faultyHub(count: number, faults: Fault[]): Promise<TestServer & { readonly connections: Connection[] }> {
  const connections: Connection[] = [];
  const left = [...faults];
  const server = await serve((request, response) => {
    const address = new URL(request.url ?? '', 'http://hub');
    const last = request.headers['last-event-id'] as string | undefined;
    connections.push({ last, authorization: request.headers.authorization, query: address.searchParams });
    const from = Number((last ?? 'c0').slice(1));
    void stream(response, from, count, left.shift() ?? {});
  });
  return { ...server, connections };
}

const block = (number: number): string =>
  `id: ${cursorOf(number)}\nevent: ${eventOf(number).type}\ndata: ${JSON.stringify(eventOf(number))}\n\n`;

async function stream(response: ServerResponse, from: number, count: number, fault: Fault): Promise<void> {
  const { status = 200, headers, events = count, torn = 0, repeated = 0, polite = false, mute = false, drip = Infinity } = fault;
  if (status !== 200) return void response.writeHead(status, headers).end('{}');
  if (events < 0) return void response.destroy();
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const until = Math.min(from + events, count);
  const numbers = Array.from({ length: until - from }, (_, index) => from + 1 + index);
  const again = repeated > 0 ? numbers.slice(-repeated) : [];
  const next = until < count && !polite ? block(until + 1).slice(0, torn) : '';
  const text = `retry: 20\nid: ${cursorOf(from)}\n\n${[...numbers, ...again].map(block).join('')}: alive\n\n${next}`;
  for (let at = 0; at < text.length; at += drip) {
    response.write(text.slice(at, at + drip));
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (mute || until === count) return;
  if (polite) response.end(`id: ${cursorOf(until)}\n: your token has expired: come back with another\n\n`);
  else response.destroy();
}
