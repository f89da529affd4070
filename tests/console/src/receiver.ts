import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A call of a webhook as it came. */
export interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An agency's endpoint, which agrees to be called (CloudEvents Web Hooks, §4), and keeps what it is called with. */
export interface Receiver {
  readonly url: string;
  readonly calls: readonly Call[];
  /** With which status calls are answered from now on; 204 until told. */
  answerWith(status: number): void;
  stop(): void;
}

export async function startReceiver(): Promise<Receiver> {
  const calls: Call[] = [];
  let status = 204;
  const server = createServer((request, response) => {
    if (request.method === 'OPTIONS') {
      response.writeHead(200, { 'webhook-allowed-origin': 'hengtong.local', 'webhook-allowed-rate': '*' }).end();
      return;
    }
    void text(request).then((body) => {
      calls.push({ headers: request.headers, body });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    calls,
    answerWith: (next) => void (status = next),
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
