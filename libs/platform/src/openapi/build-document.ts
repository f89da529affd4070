import { STATUS_CODES } from 'node:http';
import type { INestApplication } from '@nestjs/common';
import { Problem, problemTypes, type ProblemKind } from '@hengtong/contracts';
import type { ApiHeaderOptions, ApiResponseOptions, OpenAPIObject } from '@nestjs/swagger';
import { ruleOf } from '../access/allows.ts';
import { describeLimits } from './describe-limits.ts';
import { problemResponse } from './problem-response.ts';
import { takeDocumentedRoutes, type Answer, type DocumentedRoute } from './documented.ts';
import { toOpenApi31 } from './schema-converter.ts';

type Swagger = typeof import('@nestjs/swagger');

export interface ApiInfo {
  readonly title: string;
  readonly description: string;
  readonly version: string;
}

/** The service's OpenAPI 3.1 document, made from its controllers' schemas and `@Documented`. */
export async function buildDocument(app: INestApplication, api: ApiInfo): Promise<OpenAPIObject> {
  const swagger = await import('@nestjs/swagger');
  for (const route of takeDocumentedRoutes()) describe(swagger, route);
  const config = new swagger.DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(api.title)
    .setDescription(api.description)
    .setVersion(api.version)
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'An access token of the issuer' }, TOKEN)
    .build();
  const document = swagger.SwaggerModule.createDocument(app, config, {
    standardSchemaConverter: toOpenApi31,
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  const problem = toOpenApi31(Problem, { schemaType: 'output' });
  document.components = { ...document.components, schemas: { ...document.components?.schemas, Problem: problem?.schema ?? {} } };
  describeLimits(document);
  return document;
}

/** The name of the one way in which callers say who they are. */
const TOKEN = 'token';
/** What every route answers that is not open to all. */
const ACCESS = ['unauthenticated', 'forbidden'] as const;

function describe(swagger: Swagger, { document, target, key, descriptor }: DocumentedRoute): void {
  const apply = (decorator: MethodDecorator) => decorator(target, key, descriptor);
  const { summary, description, answers, body } = document;
  apply(swagger.ApiOperation({ summary, ...(description === undefined ? {} : { description }) }));
  for (const [status, answer] of Object.entries(answers)) apply(swagger.ApiResponse(responseOf(Number(status), answer)));
  const rule = ruleOf(descriptor.value as () => unknown);
  if (rule) apply(swagger.ApiSecurity(TOKEN, rule.scope === undefined ? [] : [rule.scope]));
  for (const [status, kinds] of byStatus([...(document.problems ?? []), ...(rule ? ACCESS : []), 'internal']))
    apply(swagger.ApiResponse({ status, ...problemResponse(kinds) }));
  for (const kind of document.problems ?? []) if (headerOf[kind]) apply(swagger.ApiHeader(headerOf[kind]));
  // The schema of the body is known from `@Body({ schema })`; this only adds to it.
  if (body !== undefined) apply(swagger.ApiBody({ schema: {}, examples: { example: { value: body } } }));
}

/** The request headers that a problem is about. Their types in a signature say nothing of whether they are required. */
const headerOf: Partial<Record<ProblemKind, ApiHeaderOptions>> = {
  'key-reused': {
    name: 'idempotency-key',
    description: 'Names this request: sent again with the same body, it gets the stored answer and nothing is done twice.',
    required: false,
    schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]+$' },
  },
  'precondition-required': {
    name: 'if-match',
    description: 'The ETag of what you have read.',
    required: true,
    schema: { type: 'string' },
  },
};

function responseOf(status: number, { description, schema, example, headers = {} }: Answer): ApiResponseOptions {
  return {
    status,
    description: description ?? STATUS_CODES[status] ?? '',
    headers: Object.fromEntries(Object.entries(headers).map(([name, says]) => [name, { description: says, schema: { type: 'string' } }])),
    ...(schema ? { standardSchema: schema } : {}),
    ...(example === undefined ? {} : { example }),
  };
}

function byStatus(kinds: readonly ProblemKind[]): Map<number, ProblemKind[]> {
  return Map.groupBy(new Set(kinds), (kind) => problemTypes[kind].status);
}
