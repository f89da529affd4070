import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
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
import { answerUnreadableRequest } from './unreadable-request.ts';

/** The Nest application of a service, with all that every service has at its edge. It does not listen yet. */
export async function createApp(options: ServiceOptions, lifecycle: Lifecycle): Promise<NestFastifyApplication> {
  const { module, log, checks, api, config } = options;
  const routes = new Routes();
  const problems = new ProblemFilter(log, routes);
  const { TLS_CERT_FILE: cert, TLS_KEY_FILE: key } = config;
  const adapter = new FastifyAdapter({
    ...(cert !== undefined && key !== undefined && { https: { cert, key } }),
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT,
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    clientErrorHandler: answerUnreadableRequest,
    // Addresses that the router cannot read never come as far as Nest.
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => problems.answer(error, request, reply),
  });
  const fastify: FastifyInstance = adapter.getInstance();
  fastify.addHook('onRoute', ({ method, url }) => routes.add(method, url));
  fastify.removeContentTypeParser('text/plain');
  observeRequests(fastify);

  // Nest's own parsers would take forms as well; Fastify's takes JSON only.
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    abortOnError: false,
    logger: nestLogger(log),
  });
  app.useGlobalFilters(problems);
  app.useGlobalPipes(new SchemaPipe());
  await app.init();
  // After Nest, so that errors of these routes go to its filter too: Fastify gives a route the error handler that it finds.
  registerHealth(fastify, checks, lifecycle);
  registerDocs(fastify, app, api);
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
