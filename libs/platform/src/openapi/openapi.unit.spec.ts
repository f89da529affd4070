import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Body, Controller, Get, Headers, Module, Param, Post, Query } from '@nestjs/common';
import { Validator } from '@seriousme/openapi-schema-validator';
import { z } from 'zod';
import { Allows } from '../access/allows.ts';
import type { Service } from '../http/service.ts';
import { Documented } from './documented.ts';
import { serve } from '../testing/serve.ts';

const Owner = z.object({
  kind: z.literal('person'),
  idNumber: z
    .string()
    .regex(/^\d{17}[\dX]$/)
    .meta({ sensitivity: 'personal' }),
});
const Note = z.object({ text: z.string() }).meta({ id: 'TestNote' });
const OpenThing = z.strictObject({
  name: z.string().min(1).describe('What it is called'),
  owner: Owner,
  tags: z.array(z.string()).nullable(),
});
const Thing = OpenThing.extend({
  id: z.uuid(),
  status: z.enum(['open', 'closed']),
  data: z.record(z.string(), z.unknown()),
  parent: z.uuid().nullable(),
  notes: z.array(Note),
});
const ListQuery = z.object({ limit: z.coerce.number().int().min(1).max(200).default(50), after: z.string().optional() });
const bakery = { name: 'a bakery', owner: { kind: 'person', idNumber: '11010519491231002X' }, tags: null };

@Controller('v1/things')
class ThingsController {
  @Post()
  @Allows('cases:open', 'portal')
  @Documented({
    summary: 'Opens a thing',
    body: bakery,
    answers: { 201: { schema: Thing, example: { ...bakery, id: 'x' }, headers: { Location: 'Where it is' } } },
    problems: ['invalid-body', 'bad-request', 'key-reused'],
  })
  open(@Body({ schema: OpenThing }) thing: z.output<typeof OpenThing>, @Headers('idempotency-key') key: string | undefined): object {
    return { thing, key };
  }

  @Get()
  @Documented({ summary: 'Lists things', answers: { 200: { schema: z.object({ items: z.array(Thing), next: z.string().optional() }) } } })
  list(@Query({ schema: ListQuery }) query: z.output<typeof ListQuery>): object {
    return query;
  }

  @Get(':id')
  @Documented({ summary: 'Shows a thing', answers: { 200: { schema: Thing } }, problems: ['not-found'] })
  one(@Param('id', { schema: z.uuid() }) id: string): object {
    return { id };
  }

  @Get(':id/note')
  @Documented({ summary: 'Shows its note', answers: { 200: { schema: Note } } })
  note(@Param('id', { schema: z.uuid() }) id: string): object {
    return { id };
  }

  @Post(':id/closing')
  @Documented({ summary: 'Closes a thing', answers: { 204: {} }, problems: ['precondition-failed', 'precondition-required'] })
  close(@Param('id', { schema: z.uuid() }) id: string, @Headers('if-match') ifMatch: string | undefined): object {
    return { id, ifMatch };
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

let service: Service;
beforeAll(async () => {
  service = await serve(ThingsModule, { api: { title: 'Things <&>', description: 'For tests', version: '1.2.3' } });
});
afterAll(() => service.stop());

type Operation = {
  parameters: { name: string; in: string; required: boolean }[];
  responses: Record<string, { content?: Record<string, unknown>; headers?: Record<string, unknown> }>;
};
type Document = {
  openapi: string;
  info: object;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; headers: Record<string, object>; responses: Record<string, object> };
};

const text = async (path: string): Promise<string> => (await fetch(service.url + path)).text();
const document = async (): Promise<Document> => JSON.parse(await text('/openapi.json')) as Document;

test('the document is valid OpenAPI 3.1, and names every route once', async () => {
  const found = await document();
  expect(await new Validator().validate(structuredClone(found))).toEqual({ valid: true });
  expect(found).toMatchObject({ openapi: '3.1.0', info: { title: 'Things <&>', version: '1.2.3' } });
  expect(Object.entries(found.paths).flatMap(([path, item]) => Object.keys(item).map((method) => `${method} ${path}`))).toEqual([
    'post /v1/things',
    'get /v1/things',
    'get /v1/things/{id}',
    'get /v1/things/{id}/note',
    'post /v1/things/{id}/closing',
  ]);
});

test('a route with a rule says which scope it asks for, and what it answers to whoever may not', async () => {
  const { paths, components } = await document();
  expect(components).toMatchObject({ securitySchemes: { token: { type: 'http', scheme: 'bearer' } } });
  expect(paths['/v1/things']?.['post']).toMatchObject({ security: [{ token: ['cases:open'] }], responses: { 401: {}, 403: {} } });
  expect(paths['/v1/things']?.['get']).not.toHaveProperty('security');
});

test('bodies and answers are the JSON Schema of their zod schemas, with examples', async () => {
  const { paths } = await document();
  expect(paths['/v1/things']?.['post']).toMatchObject({
    summary: 'Opens a thing',
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: {
            type: 'object',
            additionalProperties: false,
            required: ['name', 'owner', 'tags'],
            properties: { name: { description: 'What it is called' }, tags: { anyOf: [{ type: 'array' }, { type: 'null' }] } },
          },
          examples: { example: { value: bakery } },
        },
      },
    },
    responses: {
      201: { headers: { Location: { description: 'Where it is' } }, content: { 'application/json': { example: { id: 'x' } } } },
    },
  });
});

test('an answer may grow: its schema is open', async () => {
  const { paths } = await document();
  expect(JSON.stringify(paths['/v1/things/{id}']?.['get']?.responses['200'])).not.toContain('"additionalProperties":false');
});

test('a schema with an id is a component, wherever it stands', async () => {
  const { paths, components } = await document();
  const ref = { $ref: '#/components/schemas/TestNote' };
  expect(components.schemas['TestNote']).toMatchObject({ type: 'object', required: ['text'] });
  expect(paths['/v1/things/{id}/note']?.['get']?.responses['200']?.content).toEqual({ 'application/json': { schema: ref } });
  expect(paths['/v1/things/{id}']?.['get']?.responses['200']?.content).toMatchObject({
    'application/json': { schema: { properties: { notes: { items: ref } } } },
  });
});

test('parameters and headers say whether they are required', async () => {
  const { paths } = await document();
  const parameters = (path: string, method: string) =>
    paths[path]?.[method]?.parameters.map((parameter) => `${parameter.in} ${parameter.name}${parameter.required ? '' : '?'}`);
  expect(parameters('/v1/things', 'get')).toEqual(['query limit?', 'query after?']);
  expect(parameters('/v1/things', 'post')).toEqual(['header idempotency-key?']);
  expect(parameters('/v1/things/{id}/closing', 'post')?.toSorted()).toEqual(['header if-match', 'path id']);
});

test('problems of one status share a response, each as an example', async () => {
  const { paths, components } = await document();
  expect(components.schemas['Problem']).toMatchObject({ required: ['type', 'title', 'status'] });
  expect(paths['/v1/things']?.['post']?.responses).toMatchObject({
    400: {
      content: {
        'application/problem+json': {
          schema: { $ref: '#/components/schemas/Problem' },
          examples: { 'invalid-body': { value: { status: 400 } }, 'bad-request': { value: { status: 400 } } },
        },
      },
    },
    500: {},
  });
});

test('every route says what it answers to too many requests, and all its answers how many are left', async () => {
  const { paths, components } = await document();
  expect(Object.keys(components.headers)).toEqual(['RateLimit', 'RateLimit-Policy', 'Retry-After']);
  expect(components.responses['TooManyRequests']).toMatchObject({
    headers: { 'Retry-After': { $ref: '#/components/headers/Retry-After' } },
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });
  const operations = Object.values(paths).flatMap((item) => Object.values(item));
  expect(operations).not.toEqual([]);
  for (const { responses } of operations) {
    const { 429: refused, ...others } = responses;
    expect(refused).toEqual({ $ref: '#/components/responses/TooManyRequests' });
    for (const answer of Object.values(others))
      expect(Object.keys(answer.headers ?? {})).toEqual(expect.arrayContaining(['RateLimit', 'RateLimit-Policy']));
  }
});

test('the page for readers has its files, and no script of its own in it', async () => {
  const page = await fetch(`${service.url}/docs`);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
  const html = await page.text();
  expect(html).toContain('<title>Things &lt;&amp;&gt;</title>');
  const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file ?? '');
  expect(files).toHaveLength(4);
  for (const file of files) {
    const served = await fetch(service.url + file);
    expect(served.status).toBe(200);
    expect((await served.arrayBuffer()).byteLength).toBeGreaterThan(0);
  }
  expect(await text('/docs/start.js')).toContain("url: '/openapi.json'");
});
