import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { BenchEvent, Receipts } from './receipts.ts';

/** Endpoints as agencies have them, each a server on a port of its own; they agree to everything and answer at once, unless they hang. */
export type WebhookEndpoints = { sinks: string[]; hang: (endpoints: readonly number[]) => void; close: () => Promise<void> };

/** Starts so many. */
export async function openEndpoints(count: number, receipts: Receipts): Promise<WebhookEndpoints> {
  const hanging = new Set<number>();
  const servers = await Promise.all(
    Array.from({ length: count }, (_, place) =>
      listening((request, response) => {
        if (request.method === 'OPTIONS') return void response.writeHead(204, AGREED).end();
        if (hanging.has(place)) return void request.resume();
        const parts: Buffer[] = [];
        request.on('data', (part: Buffer) => parts.push(part));
        request.on('end', () => {
          receipts.note(place, String(request.headers['webhook-id']), JSON.parse(Buffer.concat(parts).toString()) as BenchEvent);
          response.writeHead(204).end();
        });
      }),
    ),
  );
  return {
    sinks: servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
    hang: (endpoints) => {
      hanging.clear();
      for (const place of endpoints) hanging.add(place);
    },
    close: async () => {
      for (const server of servers) server.closeAllConnections();
      await Promise.all(servers.map((server) => once(server.close(), 'close')));
    },
  };
}

/** The answer to the handshake: from everybody, as many as come. */
const AGREED = { 'webhook-allowed-origin': '*', 'webhook-allowed-rate': '*' };

async function listening(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
