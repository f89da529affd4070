import { request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { problemType, Problem, type ProblemKind } from '@hengtong/contracts';
import { Body, Controller, Get, HttpException, Module, Param, Patch, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { authorization, operator } from '@hengtong/testing';
import { Allows } from '../access/allows.ts';
import { ProblemError } from './problem-error.ts';
import type { Service } from './service.ts';
import { serve } from '../testing/serve.ts';

const Thing = z.strictObject({ name: z.string().min(2), owner: z.strictObject({ idNumber: z.string() }).optional() });
const ListQuery = z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) });

@Controller('v1/things')
class ThingsController {
  @Post()
  @Allows('cases:read', 'operator')
  make(@Body({ schema: Thing }) thing: z.output<typeof Thing>): object {
    return { ...thing, note: undefined };
  }

  @Get()
  @Allows('cases:read', 'operator')
  list(@Query({ schema: ListQuery }) query: z.output<typeof ListQuery>): object {
    return query;
  }

  @Get(':id')
  @Allows('cases:read', 'operator')
  one(@Param('id', { schema: z.uuid() }) id: string): object {
    return { id };
  }

  @Patch(':id')
  @Allows('cases:read', 'operator')
  change(@Param('id', { schema: z.uuid() }) id: string): object {
    throw new ProblemError('precondition-failed', `${id} has changed.`, { headers: { etag: '"7"' } });
  }

  @Get('failing/:how')
  @Allows('cases:read', 'operator')
  fail(@Param('how') how: string): never {
    if (how === 'bug') throw new TypeError('the secret is 42');
    if (how === 'database') throw Object.assign(new Error('terminating connection'), { code: '57P01' });
    if (how === 'teapot') throw new HttpException('I am a teapot', 418);
    throw new HttpException('try later', 503);
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

let service: Service;
beforeAll(async () => {
  service = await serve(ThingsModule);
});
afterAll(() => service.stop());

const id = '019ab3c4-7d2e-7f00-8a11-5b6c7d8e9f00';
const token = await authorization(operator);
const json = { 'content-type': 'application/json' };
const post = (body: string | null, headers: Record<string, string> = json) =>
  fetch(`${service.url}/v1/things`, { method: 'POST', body, headers: { ...token, ...headers } });
const get = (path: string, init: RequestInit = {}) =>
  fetch(service.url + path, { ...init, headers: { ...token, ...(init.headers as Record<string, string> | undefined) } });

async function expectProblem(response: Response, status: number, kind: ProblemKind): Promise<Problem> {
  const problem = (await response.json()) as Problem;
  expect(problem).toMatchObject({ status, type: problemType(kind) });
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(problem.traceId).toMatch(/^[0-9a-f]{32}$/);
  return Problem.parse(problem);
}

test('what is well-formed is taken; members without a value are left out', async () => {
  const answer = await post('{"name":"a bakery"}');
  expect(answer.status).toBe(201);
  expect(await answer.text()).toBe('{"name":"a bakery"}');
  expect(await (await get('/v1/things?limit=3')).json()).toEqual({ limit: 3 });
  expect(await (await get(`/v1/things/${id}`)).json()).toEqual({ id });
});

test.each<[string, string | null, Record<string, string>, number, ProblemKind, string]>([
  ['no JSON', '{"name":', json, 400, 'bad-request', ''],
  ['a form', 'name=x', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'unsupported-media-type', ''],
  ['text', '{"name":"xx"}', { 'content-type': 'text/plain' }, 415, 'unsupported-media-type', ''],
  ['a content type that is none', '{}', { 'content-type': 'json' }, 415, 'unsupported-media-type', ''],
  ['an empty body', '', json, 400, 'bad-request', ''],
  ['no body', null, {}, 400, 'bad-request', ''],
  ['a poisoned body', '{"__proto__":{"admin":true},"name":"xx"}', json, 400, 'bad-request', ''],
  ['an array', '[]', json, 400, 'invalid-body', ''],
  ['null', 'null', json, 400, 'invalid-body', ''],
  ['a missing field', '{}', json, 400, 'invalid-body', '/name'],
  ['a wrong field', '{"name":1}', json, 400, 'invalid-body', '/name'],
  ['a wrong field further in', '{"name":"xx","owner":{"idNumber":1}}', json, 400, 'invalid-body', '/owner/idNumber'],
  ['an unknown field', '{"name":"xx","nmae":1}', json, 400, 'invalid-body', '/nmae'],
])('%s is refused, with a pointer and a sentence', async (_what, body, headers, status, kind, pointer) => {
  const { errors, detail } = await expectProblem(await post(body, headers), status, kind);
  expect(errors).toMatchObject([{ pointer }]);
  expect(errors?.[0]?.detail).toMatch(/^\S/);
  expect(detail).toMatch(/^\S.*\.$/s);
});

test('a body of 10 MB is refused before it is read, and so is one that does not say its length', async () => {
  const sent = await new Promise<{ status: number | undefined; type: string | undefined }>((resolve, reject) => {
    const outgoing = request(
      `${service.url}/v1/things`,
      { method: 'POST', headers: { ...token, ...json, 'content-length': 10_000_000 } },
      (answer) => {
        resolve({ status: answer.statusCode, type: answer.headers['content-type'] });
        outgoing.destroy();
      },
    );
    outgoing.on('error', reject);
    outgoing.write('{"name":"');
  });
  expect(sent.status).toBe(413);
  expect(sent.type).toMatch(/^application\/problem\+json/);

  for (let i = 0; i < 10; i += 1) await expectProblem(await post(JSON.stringify({ name: 'x'.repeat(10_000_000) })), 413, 'too-large');

  const chunks = new Blob([JSON.stringify({ name: 'x'.repeat(1_100_000) })]).stream();
  const chunked = await fetch(`${service.url}/v1/things`, { method: 'POST', body: chunks, headers: { ...token, ...json }, duplex: 'half' });
  await expectProblem(chunked, 413, 'too-large');
});

test('parameters are named', async () => {
  expect((await expectProblem(await get('/v1/things?limit=0'), 400, 'invalid-parameter')).errors).toEqual([
    { pointer: 'limit', detail: 'must be at least 1' },
  ]);
  expect((await expectProblem(await get('/v1/things/17'), 400, 'invalid-parameter')).errors).toEqual([
    { pointer: 'id', detail: 'must be a UUID, like 019ab3c4-7d2e-7f00-8a11-5b6c7d8e9f00' },
  ]);
});

test('an address that is none', async () => {
  await expectProblem(await get('/v1/thing'), 404, 'not-found');
  await expectProblem(await get('/V1/THINGS'), 404, 'not-found');
  await expectProblem(await get('/v1/things/%zz'), 400, 'bad-request');
  await expectProblem(await get(`/v1/things/${'x'.repeat(5_000)}`), 400, 'bad-request');
  await expectProblem(await get('/docs/package.json'), 404, 'not-found');
});

test('what is no request at all', async () => {
  await expectProblem(await get(`/v1/things?after=${'x'.repeat(20_000)}`), 431, 'headers-too-large');
  const { hostname, port } = new URL(service.url);
  const socket = connect(Number(port), hostname).end('HELLO\r\n\r\n');
  const answer = (await text(socket)).split('\r\n\r\n');
  expect(answer[0]).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  expect(JSON.parse(answer[1] ?? '')).toMatchObject({ status: 400, detail: 'This is no HTTP request.' });
});

test('a method that the address does not take', async () => {
  const refused = await get(`/v1/things/${id}`, { method: 'DELETE' });
  expect(refused.headers.get('allow')).toBe('GET, HEAD, PATCH');
  await expectProblem(refused, 405, 'method-not-allowed');
  await expectProblem(await get('/v1/things', { method: 'PUT', body: '{', headers: json }), 405, 'method-not-allowed');
});

test('our own problems carry their headers', async () => {
  const refused = await get(`/v1/things/${id}`, { method: 'PATCH' });
  expect(refused.headers.get('etag')).toBe('"7"');
  await expectProblem(refused, 412, 'precondition-failed');
});

test('a bug is a 500 that tells nothing of the inside', async () => {
  const problem = await expectProblem(await get('/v1/things/failing/bug'), 500, 'internal');
  expect(JSON.stringify(problem)).not.toMatch(/secret|TypeError|\.ts/);
});

test('a database that is away is a 503 that says when to come again', async () => {
  const refused = await get('/v1/things/failing/database');
  expect(refused.headers.get('retry-after')).toBe('1');
  await expectProblem(refused, 503, 'unavailable');
});

test('other HTTP errors keep their status where we have a kind for it', async () => {
  await expectProblem(await get('/v1/things/failing/busy'), 503, 'unavailable');
  await expectProblem(await get('/v1/things/failing/teapot'), 400, 'bad-request');
});

test('the trace of the caller goes on', async () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const problem = await expectProblem(await get('/nowhere', { headers: { traceparent } }), 404, 'not-found');
  expect(problem.traceId).toBe('0af7651916cd43dd8448eb211c80319c');
});
