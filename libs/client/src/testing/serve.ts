import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A server of a test’s own. */
export interface TestServer {
  readonly url: string;
}

const servers: Server[] = [];

/** Ends all servers of the test that has ended, and cuts their connections: for `afterEach`. */
export async function endServers(): Promise<void> {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await once(server.close(), 'close');
  }
}

/** Serves on a free port, until the test has ended. */
export async function serve(listener: RequestListener): Promise<TestServer> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
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
