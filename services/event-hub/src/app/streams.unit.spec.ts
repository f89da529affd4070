import { once } from 'node:events';
import { Agent, createServer, get, IncomingMessage, type Server, ServerResponse } from 'node:http';
import { type AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Streams } from './streams.ts';

let server: Server;
let port: number;
let answer: (response: ServerResponse, request: IncomingMessage) => void;
beforeEach(async () => {
  server = createServer((request, response) => answer(response, request)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterEach(async () => {
  server.closeAllConnections();
  await once(server.close(), 'close');
});

async function ask(agent: Agent): Promise<void> {
  const [response] = (await once(get({ port, agent }), 'response')) as [IncomingMessage];
  await text(response);
}

test('nothing of an answer stays with its connection', async () => {
  const streams = new Streams();
  const signals: AbortSignal[] = [];
  const sockets = new Set<Socket>();
  answer = (response, { socket }) => {
    signals.push(streams.goneOf(response));
    sockets.add(socket);
    response.end('there');
  };
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  await ask(agent);
  const [socket] = sockets;
  const listeners = socket?.listenerCount('close');
  for (let n = 0; n < 20; n++) await ask(agent);
  expect(sockets.size).toBe(1);
  expect(socket?.listenerCount('close')).toBe(listeners);
  expect(signals.every(({ aborted }) => aborted)).toBe(true);
  agent.destroy();
});

test('whoever goes while the answer is not there yet is noticed, and so is who had gone before', async () => {
  const streams = new Streams();
  const came = Promise.withResolvers<ServerResponse>();
  answer = (response) => came.resolve(response);
  const asking = get({ port });
  asking.on('error', () => undefined);
  const response = await came.promise;
  const gone = streams.goneOf(response);
  expect(gone.aborted).toBe(false);
  asking.destroy();
  await once(gone, 'abort');
  expect(streams.goneOf(response).aborted).toBe(true);
});

test('a stop ends all that is open, and what comes after it', async () => {
  const streams = new Streams();
  const came = Promise.withResolvers<ServerResponse>();
  answer = (response) => came.resolve(response);
  const asking = get({ port });
  asking.on('error', () => undefined);
  const response = await came.promise;
  const gone = streams.goneOf(response);
  streams.stop();
  expect(gone.aborted).toBe(true);
  expect(streams.goneOf(response).aborted).toBe(true);
});

test('one client cannot take the places of all others; what it gives back it can have again', async () => {
  const streams = new Streams();
  const held = Array.from({ length: 2_000 }, () => Promise.withResolvers<void>());
  const reply = () => ({ raw: new ServerResponse(new IncomingMessage(new Socket())), getHeaders: () => ({}), hijack: () => undefined });
  const open = (clientId: string, until: Promise<void>): Promise<void> =>
    streams.open({ method: 'GET', caller: { clientId } } as FastifyRequest, reply() as unknown as FastifyReply, () => until);
  const all = held.map(({ promise }) => open('greedy', promise));
  await expect(open('greedy', Promise.resolve())).rejects.toMatchObject({ kind: 'unavailable' });
  await expect(open('another', Promise.resolve())).resolves.toBeUndefined();
  held[0]?.resolve();
  await all[0];
  await expect(open('greedy', Promise.resolve())).resolves.toBeUndefined();
  for (const { resolve } of held) resolve();
  await Promise.all(all);
});
