import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A server of a test’s own. */
export interface TestServer extends AsyncDisposable {
  readonly url: string;
}

/** Serves on a free port until it is disposed of; then open connections are cut. */
export async function serve(listener: RequestListener): Promise<TestServer> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}

/** A request as tests look at it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

/** Serves JSON, and keeps what was asked. `answer` is called with each request, and how many there were before it. */
export async function serveJson(
  answer: (asked: Asked, before: number) => { status?: number; headers?: Record<string, string>; body?: unknown },
): Promise<TestServer & { readonly asked: Asked[] }> {
  const asked: Asked[] = [];
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    const each: Asked = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: body === '' ? undefined : request.headers['content-type'] === 'application/json' ? JSON.parse(body) : body,
    };
    const { status = 200, headers = {}, body: given } = answer(each, asked.push(each) - 1);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(given === undefined ? undefined : JSON.stringify(given));
  };
  const server = await serve((request, response) => void respond(request, response));
  return { ...server, asked };
}
