import { afterEach, expect, test } from '@jest/globals';
import { problemType } from '@hengtong/contracts';
import { endServers, serve, serveJson } from '../testing/serve.ts';
import { ApiError } from './api-error.ts';
import { send, type Target } from './send.ts';

afterEach(endServers);

const target = (url: string, more: Partial<Target> = {}): Target => ({
  url,
  token: ({ fresh = false } = {}) => Promise.resolve(fresh ? 'fresh' : 'kept'),
  patience: 10_000,
  timeout: 5_000,
  ...more,
});

test('sends JSON with the token, and gives the JSON of the answer', async () => {
  const server = await serveJson(() => ({ body: { done: true } }));
  const call = {
    method: 'PATCH',
    path: '/v1/things',
    query: { a: 'x y', none: undefined },
    body: { one: 1 },
    headers: { 'if-match': '"1"' },
  } as const;
  expect(await send(target(`${server.url}/`), call)).toEqual({ done: true });
  expect(server.asked[0]).toMatchObject({
    method: 'PATCH',
    path: '/v1/things?a=x+y',
    headers: { authorization: 'Bearer kept', 'content-type': 'application/json', 'if-match': '"1"' },
    body: { one: 1 },
  });
});

test('a problem is an error with its kind, its words and the fields that are wrong', async () => {
  const problem = {
    type: problemType('unprocessable'),
    title: 'It cannot be done',
    status: 422,
    detail: 'The filter /filter is not taken.',
    traceId: 'abc',
    errors: [{ pointer: '/filter', detail: 'cannot be read' }],
  };
  const server = await serveJson(() => ({ status: 422, body: problem }));
  const failed = await send(target(server.url), { path: '/v1/events' }).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(ApiError);
  expect(failed).toMatchObject({
    message: 'GET /v1/events was answered with 422: The filter /filter is not taken.',
    status: 422,
    kind: 'unprocessable',
    errors: problem.errors,
    traceId: 'abc',
  });
});

test('what is no problem of ours is told as it came', async () => {
  const server = await serve((_request, response) => response.writeHead(502).end('<h1>Bad gateway</h1>'));
  await expect(send(target(server.url), { path: '/' })).rejects.toMatchObject({
    status: 502,
    kind: undefined,
    detail: '<h1>Bad gateway</h1>',
  });
});

test('a token that is refused is renewed once, not again', async () => {
  const server = await serveJson(({ headers }) => ({ status: headers.authorization === 'Bearer fresh' ? 200 : 401, body: {} }));
  expect(await send(target(server.url), { path: '/' })).toEqual({});
  const shut = await serveJson(() => ({ status: 401 }));
  await expect(send(target(shut.url), { path: '/' })).rejects.toMatchObject({ status: 401 });
  expect(shut.asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer kept', 'Bearer fresh']);
});

test.each([429, 503, 409])('asked to come back (%i), it does so then, under the same key', async (status) => {
  const server = await serveJson((_asked, before) => (before === 0 ? { status, headers: { 'retry-after': '1' } } : { body: {} }));
  const begun = Date.now();
  await send(target(server.url), { method: 'POST', path: '/', body: {} });
  expect(Date.now() - begun).toBeGreaterThanOrEqual(990);
  const keys = server.asked.map(({ headers }) => headers['idempotency-key']);
  expect(keys).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), keys[0]]);
});

test('a key that the caller gives is sent, and of two calls without one each has its own', async () => {
  const server = await serveJson(() => ({ body: {} }));
  await send(target(server.url), { method: 'POST', path: '/', headers: { 'idempotency-key': 'ours' } });
  await send(target(server.url), { method: 'POST', path: '/' });
  await send(target(server.url), { method: 'POST', path: '/' });
  const keys = server.asked.map(({ headers }) => headers['idempotency-key']);
  expect(keys[0]).toBe('ours');
  expect(new Set(keys).size).toBe(3);
});

test.each([
  ['the service wants longer than we wait', { 'retry-after': '30' }],
  ['the service does not say when', {}],
  ['what it says is no time', { 'retry-after': 'soon' }],
])('gives up at once where %s', async (_what, headers) => {
  const server = await serveJson(() => ({ status: 503, headers }));
  await expect(send(target(server.url), { path: '/' })).rejects.toMatchObject({ status: 503 });
  expect(server.asked).toHaveLength(1);
});

test('Retry-After may be a date', async () => {
  const server = await serveJson(() => ({ status: 503, headers: { 'retry-after': new Date(Date.now() + 3_600_000).toUTCString() } }));
  const failed = (await send(target(server.url), { path: '/' }).catch((error: unknown) => error)) as ApiError;
  expect(failed.retryAfter).toBeGreaterThan(3_590_000);
});

test('waiting ends when the caller no longer wants it, and an answer that does not come is an error', async () => {
  const busy = await serveJson(() => ({ status: 503, headers: { 'retry-after': '5' } }));
  const leave = new AbortController();
  const waiting = send(target(busy.url), { path: '/', signal: leave.signal });
  setTimeout(() => leave.abort(), 50);
  await expect(waiting).rejects.toThrow('aborted');
  const mute = await serve(() => undefined);
  await expect(send(target(mute.url, { timeout: 50 }), { path: '/' })).rejects.toThrow('timeout');
});
