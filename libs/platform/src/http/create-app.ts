import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AccessGuard } from '../access/access-guard.ts';
import type { Access } from '../access/open-access.ts';
import { registerHealth, type Lifecycle } from '../health/register-health.ts';
import { nestLogger } from '../logging/nest-logger.ts';
import { requestDuration } from '../metrics.ts';
import { registerDocs } from '../openapi/register-docs.ts';
import { traceOf } from '../tracing/trace-context.ts';
import { CLIENTS_PER_ADDRESS, RATE_LIMIT } from './limits.ts';
import { oddHeaders } from './odd-headers.ts';
import { ProblemFilter } from './problem-filter.ts';
import { clientOf, networkOf } from './rate/client-of.ts';
import { Rate } from './rate/rate.ts';
import { Routes } from './routes.ts';
import { SchemaPipe } from './schema-pipe.ts';
import { secure } from './security-headers.ts';
import { limitServer, serverOptions } from './server-options.ts';
import type { ServiceOptions } from './service.ts';
import { takeJson } from './take-json.ts';
import { answerUnreadableRequest } from './unreadable-request.ts';

/** The Nest application of a service, with all that every service has at its edge. It does not listen yet. */
export async function createApp(options: ServiceOptions, lifecycle: Lifecycle, access: Access): Promise<NestFastifyApplication> {
  const { module, log, checks, api, config, timeouts } = options;
  const routes = new Routes();
  const problems = new ProblemFilter(log, routes);
  const { TLS_CERT_FILE: cert, TLS_KEY_FILE: key } = config;
  const adapter = new FastifyAdapter({
    ...serverOptions({
      timeouts,
      trusted: config.TRUST_PROXY,
      certificate: cert !== undefined && key !== undefined ? { cert, key } : undefined,
    }),
    clientErrorHandler: answerUnreadableRequest,
    // Addresses that the router cannot read never come as far as Nest.
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      secure(request, reply);
      problems.answer(error, request, reply);
    },
  });
  const fastify: FastifyInstance = adapter.getInstance();
  fastify.addHook('onRoute', ({ method, url }) => routes.add(method, url));
  limitServer(fastify.server);
  takeJson(fastify);
  observeRequests(fastify);
  const perClient = config.RATE_LIMIT ?? RATE_LIMIT;
  limitAddresses(fastify, new Rate('address', perClient * CLIENTS_PER_ADDRESS));
  fastify.addHook('onRequest', (request) => access.guard.identify(request));
  limitClients(fastify, new Rate('client', perClient));

  // Nest's own parsers would take forms as well; Fastify's takes JSON only.
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    abortOnError: false,
    logger: nestLogger(log),
  });
  app.useGlobalFilters(problems);
  app.useGlobalGuards(access.guard);
  app.useGlobalPipes(new SchemaPipe());
  await app.init();
  // After Nest, so that errors of these routes go to its filter too: Fastify gives a route the error handler that it finds.
  registerHealth(fastify, { ...checks, issuer: access.health }, lifecycle, access.guard);
  registerDocs(fastify, app, api);
  if (options.routes) registerRoutes(fastify, options.routes, access.guard);
  return app;
}

/** In a scope of their own, so that parsers and hooks that they need are theirs alone. Like a controller's, they are closed without a rule. */
function registerRoutes(fastify: FastifyInstance, routes: NonNullable<ServiceOptions['routes']>, guard: AccessGuard): void {
  fastify.register(async (scope) => {
    scope.addHook('preParsing', async (request) => {
      const { open, rule } = request.routeOptions.config;
      if (!open) guard.admit(request, rule);
    });
    await routes(scope);
  });
}

/** Before anything else is done for a request: its token is not looked at yet, its body not read. */
function limitAddresses(fastify: FastifyInstance, rate: Rate): void {
  fastify.addHook('onRequest', async ({ ip, raw }, reply) => {
    await rate.take(networkOf(ip), reply);
    const odd = oddHeaders(raw);
    if (odd) throw odd;
  });
}

/** Once it is known who asks, and still before the body is read. */
function limitClients(fastify: FastifyInstance, rate: Rate): void {
  fastify.addHook('onRequest', (request, reply) => rate.take(clientOf(request), reply));
}

function observeRequests(fastify: FastifyInstance): void {
  fastify.decorateRequest('traceparent', '');
  fastify.addHook('onRequest', (request, reply, done) => {
    request.traceparent = traceOf(request.headers);
    secure(request, reply);
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
