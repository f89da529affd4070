import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { OPEN } from '../access/allows.ts';
import { ProblemError } from '../http/problem-error.ts';
import { buildDocument, type ApiInfo } from './build-document.ts';
import { docsAssets, docsPage, docsPolicy, docsScript } from './docs-page.ts';

const open = { config: OPEN };

/**
 * Serves `/openapi.json` and `/docs`. Nothing of it is loaded before somebody asks: the document is built at the first request, and
 * the files of Swagger UI are streamed from where its package has them.
 */
export function registerDocs(fastify: FastifyInstance, app: INestApplication, api: ApiInfo): void {
  let document: Promise<OpenAPIObject> | undefined;
  fastify.get('/openapi.json', open, () => (document ??= buildDocument(app, api)));

  fastify.get('/docs', open, (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('content-security-policy', docsPolicy).send(docsPage(api.title)),
  );
  fastify.get('/docs/start.js', open, (_request, reply) => reply.type('text/javascript').send(docsScript));
  fastify.get<{ Params: { file: string } }>('/docs/:file', open, ({ params: { file } }, reply) => {
    const type = Object.hasOwn(docsAssets, file) ? docsAssets[file] : undefined;
    if (type === undefined) throw new ProblemError('not-found', `There is no ${file} in the documentation.`);
    return reply
      .type(type)
      .header('cache-control', 'max-age=86400')
      .send(createReadStream(join(swaggerUiFolder(), file)));
  });
}

function swaggerUiFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
}
