import { once } from 'node:events';
import { createServer as createPlain, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo } from 'node:net';

/** A request that came, with its body. */
export interface Received {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A real HTTP server that stands for an agency's endpoint. */
export interface Receiver {
  readonly url: string;
  readonly port: number;
  readonly received: Received[];
  close(): Promise<void>;
}

/** Starts one that answers as told, by `204` unless told; with a certificate, by TLS. */
export async function receiver(
  answer: (response: Parameters<RequestListener>[1], request: Received) => void = (response) => response.writeHead(204).end(),
  tls?: { cert: string; key: string },
): Promise<Receiver> {
  const received: Received[] = [];
  const listener: RequestListener = (request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => (body += part));
    request.on('end', () => {
      const one = { method: request.method ?? '', headers: request.headers, body, at: Date.now() };
      received.push(one);
      answer(response, one);
    });
  };
  const server: Server = tls ? createSecure(tls, listener) : createPlain(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}/`,
    port,
    received,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
