import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Problem } from '@hengtong/contracts';
import { eventually } from '@hengtong/testing';
import { SERVERS, type TestBrowser, TestConsole } from './testing/console.ts';
import { type Answering, reply } from './testing/stand-in.ts';

let console: TestConsole;
let browser: TestBrowser;
beforeAll(async () => void (console = await TestConsole.start()), SERVERS);
afterAll(() => console.stop(), SERVERS);
beforeEach(async () => void (browser = await console.signedIn()));
afterEach(() => {
  console.orchestrator.got.splice(0);
  console.orchestrator.answer = () => ({});
});

describe('a call', () => {
  test('comes to the service with its method, query, body and headers, and with a token instead of the cookie', async () => {
    const headers = {
      'if-match': '"3"',
      'idempotency-key': 'once',
      'accept-language': 'en',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      'x-forwarded-for': '10.0.0.1',
      'x-forwarded-host': 'elsewhere.example',
      'proxy-authorization': 'Basic eA==',
      te: 'trailers',
    };
    await browser.send('PATCH', '/api/taxation/v1/things/a%2Db?x=1&y=%E6%9D%AD&x=2', { name: '面包房' }, headers);
    const { method, url, body, headers: got } = console.taxation.last;
    expect({ method, url, body }).toEqual({ method: 'PATCH', url: '/v1/things/a%2Db?x=1&y=%E6%9D%AD&x=2', body: '{"name":"面包房"}' });
    expect(got).toMatchObject({
      'if-match': '"3"',
      'idempotency-key': 'once',
      'accept-language': 'en',
      'content-type': 'application/json',
    });
    expect(got.authorization).toMatch(/^Bearer eyJ/);
    // The same trace, with a span of the console's own.
    expect(got['traceparent']).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-(?!b7ad6b7169203331)[0-9a-f]{16}-01$/);
    for (const name of ['cookie', 'x-hengtong-csrf', 'origin', 'x-forwarded-for', 'x-forwarded-host', 'proxy-authorization', 'te'])
      expect(got).not.toHaveProperty(name);
    expect(got.host).toBe(new URL(console.taxation.url).host);
  });

  test('gets the answer as it is: status, body, what is to be known of it, but no cookie and no policy of another', async () => {
    console.orchestrator.answer = (_got, response) =>
      reply(
        response,
        201,
        { id: 1 },
        {
          etag: '"4"',
          location: '/v1/cases/1',
          'retry-after': '1',
          'set-cookie': 'ht-console=stolen',
          'content-security-policy': "default-src 'unsafe-inline'",
          server: 'something',
        },
      );
    const { status, headers, body } = await browser.send('POST', '/api/orchestrator/v1/cases', {});
    expect({ status, body }).toEqual({ status: 201, body: { id: 1 } });
    expect(Object.fromEntries(headers)).toMatchObject({ etag: '"4"', location: '/api/orchestrator/v1/cases/1', 'retry-after': '1' });
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    for (const name of ['set-cookie', 'server']) expect(headers.get(name)).toBeNull();
  });

  test('that a service refuses gets the problem of that service, unchanged', async () => {
    const problem = { type: 'https://hengtong.dev/problems/precondition-failed', title: 'It has changed', status: 412, traceId: 'abc' };
    console.orchestrator.answer = (_got, response) => reply(response, 412, problem, { 'content-type': 'application/problem+json' });
    const { status, headers, body } = await browser.get('/api/orchestrator/v1/cases/1');
    expect([status, headers.get('content-type'), body]).toEqual([412, 'application/problem+json', problem]);
  });

  test('to a service that does not answer says which', async () => {
    const { status, body } = await browser.get<Problem>('/api/event-hub/v1/events');
    expect({ status, body }).toMatchObject({
      status: 502,
      body: {
        type: 'https://hengtong.dev/problems/unreachable',
        detail: expect.stringMatching(/^event-hub does not answer \(ECONNREFUSED\)/),
      },
    });
  });

  test('whose connection is cut off in the middle is broken off here, too: a part is never taken for the whole', async () => {
    console.orchestrator.answer = (_got, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"items":[');
      setImmediate(() => response.destroy());
    };
    await expect(browser.get('/api/orchestrator/v1/cases')).rejects.toThrow('terminated');
  });

  test('of more than a megabyte is refused before it goes anywhere', async () => {
    const { status, body } = await browser.send<Problem>('POST', '/api/orchestrator/v1/cases', { text: 'x'.repeat(1024 * 1024) });
    expect({ status, type: body.type }).toEqual({ status: 413, type: 'https://hengtong.dev/problems/too-large' });
    expect(console.orchestrator.got).toEqual([]);
  });

  test('to what is nobody’s, or is not for browsers, goes nowhere', async () => {
    for (const path of ['/api/nobody/v1/x', '/api/identity/v1/x', '/api/orchestrator/metrics', '/api/orchestrator/health/live'])
      expect(await browser.get(path)).toMatchObject({ status: 404 });
    expect(console.orchestrator.got).toEqual([]);
  });
});

/** A request as no browser writes it. @returns its status */
async function raw(path: string, cookie: string): Promise<number> {
  const { hostname, port, host } = new URL(console.url);
  const socket = connect(Number(port), hostname);
  socket.write(`GET ${path} HTTP/1.1\r\nhost: ${host}\r\ncookie: ${cookie}\r\nconnection: close\r\n\r\n`);
  const chunks: Buffer[] = [];
  socket.on('data', (bytes: Buffer) => void chunks.push(bytes));
  await once(socket, 'close');
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(Buffer.concat(chunks).toString())?.[1]);
}

test.each([
  '/api/orchestrator/v1/../../x',
  '/api/orchestrator/v1/../metrics',
  '/api/orchestrator/v1/%2e%2e/metrics',
  '/api/orchestrator/v1/..%2fmetrics',
  '/api/orchestrator/v1/%5c..%5cmetrics',
  '/api/orchestrator/v1//metrics',
  '/api/orchestrator/v1/cases%0d%0ax:y',
  '/api/orchestrator/v1/%zz',
  '/api/..%2forchestrator/v1/cases',
  '/api/orchestrator@elsewhere.example/v1/cases',
  'http://elsewhere.example/api/orchestrator/v1/cases',
])('the path %s leads nowhere', async (path) => {
  const cookie = await console.cookieOf('sun.tao');
  expect(await raw('/api/session', cookie)).toBe(200);
  expect([400, 404]).toContain(await raw(path, cookie));
  expect(console.orchestrator.got).toEqual([]);
});

describe('a stream', () => {
  /** Sends events when the test says so; resolves when the reader has gone. */
  function streaming(): { answer: Answering; send: (text: string) => void; gone: Promise<void>; end: () => void } {
    let write: (text: string) => void = () => undefined;
    let end: () => void = () => undefined;
    let left: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => (left = resolve));
    const answer: Answering = (_got, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
      response.write('retry: 1000\n\n');
      response.once('close', left);
      write = (text) => void response.write(text);
      end = () => void response.end();
    };
    return { answer, send: (text) => write(text), gone, end: () => end() };
  }

  async function open(controller = new AbortController()) {
    const answer = await browser.go('/api/orchestrator/v1/events/stream', {
      headers: { accept: 'text/event-stream', 'last-event-id': 'cursor-7' },
      signal: controller.signal,
    });
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    const next = async (): Promise<string | undefined> => (await reader?.read())?.value;
    return { answer, next, leave: () => controller.abort() };
  }

  test('comes through event by event, resumes where it was left, and ends as the service ends it', async () => {
    const stream = streaming();
    console.orchestrator.answer = stream.answer;
    const { answer, next } = await open();
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(await next()).toBe('retry: 1000\n\n');
    for (const event of ['id: 1\ndata: one\n\n', 'id: 2\ndata: two\n\n']) {
      stream.send(event);
      expect(await next()).toBe(event);
    }
    expect(console.orchestrator.last.headers).toMatchObject({ accept: 'text/event-stream', 'last-event-id': 'cursor-7' });
    stream.end();
    expect(await next()).toBeUndefined();
  });

  test('ends at the service when the browser goes', async () => {
    const stream = streaming();
    console.orchestrator.answer = stream.answer;
    const { next, leave } = await open();
    await next();
    leave();
    await stream.gone;
  });

  test('ends at the service when the browser goes before there is any answer', async () => {
    let gone = false;
    console.orchestrator.answer = (_got, response) => void response.once('close', () => (gone = true));
    const controller = new AbortController();
    const asked = browser.go('/api/orchestrator/v1/cases', { signal: controller.signal }).catch(() => 'left');
    await eventually(() => expect(console.orchestrator.got).toHaveLength(1));
    controller.abort();
    expect(await asked).toBe('left');
    await eventually(() => expect(gone).toBe(true));
  });

  test('ends when its session does', async () => {
    const stream = streaming();
    console.orchestrator.answer = stream.answer;
    const { next } = await open();
    await next();
    expect((await browser.send('POST', '/auth/sign-out')).status).toBe(200);
    await stream.gone;
    await expect(next()).rejects.toThrow('terminated');
  });
});
