import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A request as a service got it. */
export interface Got {
  readonly method: string;
  /** Path and query, as they were written. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Answers a request; JSON with status 200 if it returns something. */
export type Answering = (got: Got, response: ServerResponse) => unknown;

/** Stands where a service of the backbone would: the console sees it by HTTP alone. It keeps what it got. */
export class StandIn {
  readonly got: Got[] = [];
  answer: Answering = () => ({});
  private readonly server: Server;

  private constructor(server: Server) {
    this.server = server;
  }

  static async start(): Promise<StandIn> {
    const server = createServer();
    const standIn = new StandIn(server);
    server.on('request', (request, response) => void standIn.take(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return standIn;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What it got last. */
  get last(): Got {
    const last = this.got.at(-1);
    if (!last) throw new Error('nothing was asked of this service');
    return last;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await buffer(request)).toString('utf8');
    const got = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
    this.got.push(got);
    const answer = this.answer(got, response);
    if (answer !== undefined) response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }
}

/** Answers with a status and JSON; for what is not 200. */
export function reply(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
