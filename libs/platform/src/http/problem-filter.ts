import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { newTrace, traceIdOf } from '../tracing/trace-context.ts';
import { discardRest } from './discard-rest.ts';
import { problemBody } from './problem-body.ts';
import type { ProblemError } from './problem-error.ts';
import { problemOf } from './problem-of.ts';
import type { Routes } from './routes.ts';

/** Answers every error with `application/problem+json` (RFC 9457), and logs those that are ours to mend. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log: Logger;
  private readonly routes: Routes;

  constructor(log: Logger, routes: Routes) {
    this.log = log;
    this.routes = routes;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    // A handler that fails after its answer has begun can only be cut off.
    if (reply.sent) return void reply.raw.destroy();
    discardRest(request.raw, reply);
    const path = request.url.split('?', 1)[0] ?? '';
    const problem = problemOf(error, {
      method: request.method,
      path,
      contentType: request.headers['content-type'],
      allowed: request.is404 ? this.routes.methodsOf(path) : [],
      unmatched: request.is404,
    });
    // An address that cannot even be decoded is refused before a request has its trace.
    const traceId = traceIdOf(request.traceparent || newTrace());
    this.note(problem, error, { traceId, method: request.method, route: request.routeOptions.url ?? null });
    void reply
      .code(problem.status)
      .headers(problem.headers)
      .type('application/problem+json')
      .send(problemBody(problem, path, traceId));
  }

  private note(problem: ProblemError, error: unknown, context: object): void {
    if (problem.kind === 'internal') this.log.error({ ...context, err: error }, 'a request failed');
    else if (problem.status >= 500) this.log.warn({ ...context, err: problem.cause ?? error }, problem.message);
    else this.log.debug({ ...context, kind: problem.kind }, 'a request was refused');
  }
}
