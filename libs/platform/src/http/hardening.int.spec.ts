import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DEEPEST } from '@hengtong/contracts';
import { authorization, operator } from '@hengtong/testing';
import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { Client } from 'pg';
import { z } from 'zod';
import { Allows } from '../access/allows.ts';
import { createLogger } from '../logging/logger.ts';
import { answerOn, dial, type RawAnswer, serve } from '../testing/serve.ts';
import { BODY_LIMIT, CONNECTIONS, HEADER_COUNT } from './limits.ts';
import type { Service } from './service.ts';

// What of the OWASP API Security Top 10 (2023) concerns HTTP itself: API4, unrestricted resource consumption, and API8, security
// misconfiguration. The others are about who may do what.

const Anything = z.record(z.string(), z.unknown());

@Controller('v1/things')
class ThingsController {
  @Post()
  @Allows('cases:read', 'operator')
  make(@Body({ schema: Anything }) thing: z.output<typeof Anything>): object {
    return { polluted: Object.hasOwn(Object.prototype, 'admin'), fields: Object.keys(thing) };
  }

  @Get()
  @Allows('cases:read', 'operator')
  list(): object {
    return { items: [] };
  }

  @Get('bug')
  @Allows('cases:read', 'operator')
  bug(): never {
    throw new TypeError('cannot read properties of undefined (reading things.ts)');
  }

  @Get('database')
  @Allows('cases:read', 'operator')
  async database(): Promise<void> {
    // Nobody listens on port 1.
    await new Client('postgres://hengtong:planted@127.0.0.1:1/things').connect();
  }

  /** More than the buffers of both ends hold. */
  @Get('large')
  @Allows('cases:read', 'operator')
  large(): string {
    return 'x'.repeat(50_000_000);
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

const SHORT = { headers: 200, request: 400, stalled: 300, check: 20 };
const lines: string[] = [];
let service: Service;
beforeAll(async () => {
  const log = createLogger({ service: 'things', level: 'trace', to: { write: (line) => void lines.push(line) } });
  service = await serve(ThingsModule, { timeouts: SHORT, log, config: { TRUST_PROXY: ['127.0.0.1'] } });
});
afterAll(() => service.stop());

const theirs = await authorization(operator);
const json = { 'content-type': 'application/json' };
const ask = (path: string, init?: RequestInit): Promise<Response> =>
  fetch(service.url + path, { ...init, headers: { ...theirs, ...(init?.headers as Record<string, string> | undefined) } });
const post = (body: string | Buffer, headers: Record<string, string> = json) =>
  ask('/v1/things', { method: 'POST', headers, body: Buffer.from(body) });
const AUTHORIZED = `authorization: ${theirs.authorization}`;
const raw = (...lines_: string[]): Promise<RawAnswer> => answerOn(dial(service).end(`${lines_.join('\r\n')}\r\n\r\n`));
const nested = (levels: number): string => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`;

/** Sends a text a byte at a time, for as long as somebody takes it. */
async function drip(socket: Socket, text: string): Promise<void> {
  for (const byte of text) {
    if (socket.closed) return;
    socket.write(byte);
    await setTimeout(10);
  }
}

describe('API4: nobody takes more than their share', () => {
  test('headers that come a byte at a time are cut off', async () => {
    const socket = dial(service);
    const dripping = drip(socket, `GET /v1/things HTTP/1.1\r\nhost: x\r\nx-slow: ${'x'.repeat(10_000)}`);
    const answer = await answerOn(socket);
    expect(answer.status).toBe(408);
    expect(answer.head).toContain('connection: close');
    expect(JSON.parse(answer.body)).toMatchObject({ status: 408, detail: 'The request did not come in within its time.' });
    await dripping;
  });

  test('a body that comes a byte at a time is cut off', async () => {
    const socket = dial(service);
    socket.write(`POST /v1/things HTTP/1.1\r\nhost: x\r\n${AUTHORIZED}\r\ncontent-type: application/json\r\ncontent-length: 10000\r\n\r\n`);
    const dripping = drip(socket, `{"a":"${'x'.repeat(10_000)}`);
    expect((await answerOn(socket)).status).toBe(408);
    await dripping;
  });

  test('a connection on which nothing comes is closed without a word: an answer would be read as that to the next request', async () => {
    expect(await answerOn(dial(service))).toMatchObject({ head: '', body: '' });
  });

  test('a connection that was opened beforehand, as browsers do, is good for a request later; one that then drips is cut off', async () => {
    const overdue = once(service.app.getHttpServer(), 'clientError');
    const [early, dripping] = [dial(service), dial(service)];
    await overdue;
    early.write(`GET /v1/things HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${AUTHORIZED}\r\n\r\n`);
    const answers = Promise.all([answerOn(early), answerOn(dripping)]);
    await drip(dripping, `GET /v1/things HTTP/1.1\r\nhost: x\r\nx-slow: ${'x'.repeat(10_000)}`);
    expect((await answers).map(({ status }) => status)).toEqual([200, 408]);
  });

  test('a caller that does not read the answer is cut off', async () => {
    const server = service.app.getHttpServer();
    const accepted = once(server, 'connection') as Promise<[Socket]>;
    const socket = dial(service).pause();
    socket.write(`GET /v1/things/large HTTP/1.1\r\nhost: x\r\n${AUTHORIZED}\r\n\r\n`);
    const [ours] = await accepted;
    await once(ours, 'close');
    expect(socket.bytesRead).toBeLessThan(50_000_000);
    socket.destroy();
  });

  test('connections have an end, all together and each', async () => {
    const server = service.app.getHttpServer();
    expect(server.maxConnections).toBe(CONNECTIONS);
    expect(server.maxRequestsPerSocket).toBe(10_000);
  });

  test('more headers than anybody needs are refused, not left out in silence', async () => {
    const some = (count: number) => Array.from({ length: count }, (_none, index) => `x-${index}: 1`);
    expect((await raw('GET /v1/things HTTP/1.1', 'host: x', 'connection: close', AUTHORIZED, ...some(HEADER_COUNT - 3))).status).toBe(200);
    for (const count of [HEADER_COUNT - 2, 1_000]) {
      const refused = await raw('GET /v1/things HTTP/1.1', 'host: x', 'connection: close', AUTHORIZED, ...some(count));
      expect([refused.status, JSON.parse(refused.body)]).toMatchObject([431, { detail: expect.stringMatching(/at most .*100/) }]);
    }
  });

  test('headers that are too long are refused', async () => {
    expect((await raw('GET /v1/things HTTP/1.1', 'host: x', `x-long: ${'x'.repeat(20_000)}`)).status).toBe(431);
  });

  test('a body may be as deep as it is said, and no deeper', async () => {
    expect((await post(nested(DEEPEST))).status).toBe(201);
    for (const levels of [DEEPEST + 1, 300_000]) {
      const refused = await post(nested(levels));
      expect(refused.status).toBe(400);
      expect(await refused.json()).toMatchObject({
        errors: [{ pointer: `/a${'/0'.repeat(DEEPEST)}`, detail: 'must not stand deeper than 32 levels' }],
      });
    }
  });

  test('a body is as large as it is said, and no larger', async () => {
    const padded = (bytes: number) => `{"a":"${'x'.repeat(bytes - 8)}"}`;
    expect((await post(padded(BODY_LIMIT))).status).toBe(201);
    expect((await post(padded(BODY_LIMIT + 1))).status).toBe(413);
  });

  test('a body that was packed is not unpacked', async () => {
    expect((await post('{}', { ...json, 'content-encoding': 'gzip' })).status).toBe(415);
  });
});

describe('API8: nothing is open that need not be', () => {
  const everywhere = {
    'content-security-policy': expect.stringMatching(/frame-ancestors 'none'/),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };

  test.each<[string, number, RequestInit]>([
    ['/v1/things', 200, {}],
    ['/v1/things', 400, { method: 'POST', headers: json, body: '{' }],
    ['/v1/things', 401, { headers: { authorization: 'Bearer guess' } }],
    ['/v1/things', 415, { method: 'POST', headers: { 'content-type': 'text/xml' }, body: '<a/>' }],
    ['/v1/things', 405, { method: 'DELETE' }],
    ['/v1/things/bug', 500, {}],
    ['/v1/things/database', 503, {}],
    ['/v1/things/%zz', 400, {}],
    ['/v1/nothing', 404, {}],
    ['/health/live', 200, {}],
    ['/openapi.json', 200, {}],
  ])('the answer of %s with %i is nobody’s to keep, to frame or to guess at', async (path, status, init) => {
    const answer = await ask(path, init);
    expect(answer.status).toBe(status);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      ...everywhere,
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    });
    for (const name of ['server', 'x-powered-by', 'access-control-allow-origin', 'strict-transport-security'])
      expect(answer.headers.has(name)).toBe(false);
  });

  test('a page has a policy of its own', async () => {
    const page = await ask('/docs');
    expect(Object.fromEntries(page.headers)).toMatchObject(everywhere);
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'self'/);
  });

  test('what is no request is answered with the same headers', async () => {
    for (const [first, ...others] of [['HELLO'], ['GET /v1/things HTTP/1.1', 'connection: close']]) {
      const { status, head } = await raw(first ?? '', ...others);
      expect(status).toBe(400);
      for (const name of [...Object.keys(everywhere), 'cache-control: no-store']) expect(head).toContain(name);
    }
  });

  test('behind TLS, and only there, a browser is told to stay with it', async () => {
    const secured = await ask('/v1/things', { headers: { 'x-forwarded-proto': 'https' } });
    expect(secured.headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect((await ask('/v1/things', { headers: { 'x-forwarded-proto': 'http' } })).headers.has('strict-transport-security')).toBe(false);
  });

  test('no other origin may call', async () => {
    const preflight = await ask('/v1/things', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
      },
    });
    expect(preflight.status).toBe(405);
    const simple = await ask('/v1/things', { headers: { origin: 'https://evil.example' } });
    for (const { headers } of [preflight, simple])
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test.each(['TRACE', 'PROPFIND', 'PUT', 'QUERY'])('%s is not taken, and nothing of the request comes back', async (method) => {
    const answer = await raw(`${method} /v1/things HTTP/1.1`, 'host: x', 'connection: close', 'x-mark: planted');
    expect(answer.status).toBe(405);
    expect(answer.head).toContain('allow: get, head, post');
    expect(answer.head + answer.body).not.toContain('planted');
  });

  test('a tunnel is not opened', async () => {
    expect((await raw('CONNECT 127.0.0.1:5432 HTTP/1.1', 'host: 127.0.0.1:5432')).head).not.toMatch(/ 200 /);
  });

  test.each([
    ['/v1/things/bug', {}],
    ['/v1/things/database', {}],
    ['/v1/things', { method: 'POST', headers: json, body: '{"a":' }],
    ['/v1/things', { method: 'POST', headers: json, body: '{"__proto__":{}}' }],
    ['/v1/%', {}],
  ])('no answer shows the inside: %s %j', async (path, init) => {
    const text = await (await ask(path, init)).text();
    expect(text).toMatch(/^\{"type":"https:\/\/hengtong\.dev\/problems\//);
    expect(text).not.toMatch(/\bat \S+ \(|\.ts\b|\.js\b|node_modules|TypeError|SyntaxError|ECONNREFUSED|127\.0\.0\.1|planted/);
  });

  test('what the answer does not show, the log has, without the password', async () => {
    await ask('/v1/things/bug');
    expect(lines.join('')).toContain('reading things.ts');
    expect(lines.join('')).not.toContain('planted');
  });

  test.each([
    '{"__proto__":{"admin":true}}',
    String.raw`{"a":[{"\u005f_proto__":{"admin":true}}]}`,
    '{"a":{"constructor":{"prototype":{"admin":true}}}}',
  ])('no body reaches a prototype: %s', async (body) => {
    expect((await post(body)).status).toBe(400);
    expect((await (await post('{"constructor":"a builder","prototype":1}')).json()) as object).toEqual({
      polluted: false,
      fields: ['constructor', 'prototype'],
    });
  });

  test.each([
    'application/json; charset=gbk',
    'application/json;charset="utf-16"',
    'application/json, text/plain',
    'application/jsonp',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'text/plain; application/json',
  ])('%s is not taken for JSON', async (type) => {
    expect((await post('{}', { 'content-type': type })).status).toBe(415);
  });

  test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"'])('%s is', async (type) => {
    expect((await post('{}', { 'content-type': type })).status).toBe(201);
  });

  test('a body that is no UTF-8 is refused, not mended', async () => {
    const refused = await post(Buffer.from([0x7b, 0x22, 0xb9, 0xab, 0x22, 0x3a, 0x31, 0x7d]));
    expect([refused.status, await refused.json()]).toMatchObject([400, { detail: 'The body is not in UTF-8, as JSON must be.' }]);
  });

  test.each([
    ['content-type', 'application/json', 'text/plain'],
    ['authorization', 'Bearer a', 'Bearer b'],
    ['idempotency-key', 'a', 'b'],
    ['host', 'x', 'y'],
  ])('two headers %s are refused: who judged by which?', async (name, one, other) => {
    const host = name === 'host' ? [] : ['host: x'];
    const refused = await raw('GET /v1/things HTTP/1.1', ...host, 'connection: close', `${name}: ${one}`, `${name}: ${other}`);
    expect([refused.status, JSON.parse(refused.body)]).toMatchObject([400, { errors: [{ pointer: name }] }]);
  });

  test('lists may come in several headers', async () => {
    expect((await raw('GET /v1/things HTTP/1.1', 'host: x', 'connection: close', AUTHORIZED, 'accept: a/b', 'accept: c/d')).status).toBe(
      200,
    );
  });

  test.each([
    ['two lengths', 'content-length: 4', 'content-length: 40'],
    ['a length and chunks', 'content-length: 4', 'transfer-encoding: chunked'],
    ['a space before the colon', 'transfer-encoding : chunked'],
    ['another last encoding', 'transfer-encoding: chunked, identity'],
  ])('where a request ends is beyond doubt: %s', async (_what, ...headers) => {
    const answer = await raw('POST /v1/things HTTP/1.1', 'host: x', ...headers, '', '0');
    expect(answer.status).toBe(400);
    expect(answer.head).toContain('connection: close');
  });
});
