import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { registerHealth, type Lifecycle } from '../health/register-health.ts';
import { nestLogger } from '../logging/nest-logger.ts';
import { requestDuration } from '../metrics.ts';
import { registerDocs } from '../openapi/register-docs.ts';
import { traceOf } from '../tracing/trace-context.ts';
import { BODY_LIMIT, KEEP_ALIVE_TIMEOUT, MAX_PARAM_LENGTH, REQUEST_TIMEOUT } from './limits.ts';
import { ProblemFilter } from './problem-filter.ts';
import { Routes } from './routes.ts';
import { SchemaPipe } from './schema-pipe.ts';
import type { ServiceOptions } from './service.ts';

/** The Nest application of a service, with all that every service has at its edge. It does not listen yet. */
export async function createApp(options: ServiceOptions, lifecycle: Lifecycle): Promise<NestFastifyApplication> {
  const { module, log, checks, api } = options;
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT,
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
  });
  const fastify: FastifyInstance = adapter.getInstance();
  const routes = new Routes();
  fastify.addHook('onRoute', ({ method, url }) => routes.add(method, url));
  fastify.removeContentTypeParser('text/plain');
  observeRequests(fastify);
  registerHealth(fastify, checks, lifecycle);
  registerDocs(fastify, () => app, api);

  // Nest's own parsers would take forms as well; Fastify's takes JSON only.
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    abortOnError: false,
    logger: nestLogger(log),
  });
  app.useGlobalFilters(new ProblemFilter(log, routes));
  app.useGlobalPipes(new SchemaPipe());
  return app;
}

function observeRequests(fastify: FastifyInstance): void {
  fastify.decorateRequest('traceparent', '');
  fastify.addHook('onRequest', (request, reply, done) => {
    request.traceparent = traceOf(request.headers);
    reply.header('x-content-type-options', 'nosniff');
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    requestDuration.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode },
      reply.elapsedTime / 1000,
    );
    done();
  });
}
