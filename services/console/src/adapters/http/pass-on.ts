import { ProblemError } from '@hengtong/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Dispatcher } from 'undici';
import type { Passages } from '../../app/passages.ts';
import type { Services } from '../../app/services.ts';
import type { Upstream } from '../../app/upstream.ts';
import { passedPath } from '../../domain/passed-path.ts';
import { sessionOf } from './identify.ts';

/** What of a request a service gets to see, beside the token. Cookies and what is between two hops are never among it. */
const OF_REQUESTS = ['accept', 'accept-language', 'content-type', 'if-match', 'if-none-match', 'idempotency-key', 'last-event-id'] as const;

/** What of an answer the browser gets to see. What stands on every answer of the console (policy, caching unless it is said) stays as it is. */
const OF_ANSWERS = [
  'cache-control',
  'content-disposition',
  'content-language',
  'content-length',
  'content-type',
  'etag',
  'last-modified',
  'link',
  'location',
  'retry-after',
] as const;

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

export interface PassingOn {
  readonly services: Services;
  readonly upstream: Upstream;
  readonly passages: Passages;
}

/**
 * Passes `/api/<service>/…` on to that service with the operator's own token: that service decides on every right, and its answer,
 * problems and streams among it, comes back as it is.
 */
export function passOn(fastify: FastifyInstance, { services, upstream, passages }: PassingOn): void {
  fastify.removeAllContentTypeParsers();
  // Bytes stay what they are: it is the service that reads them.
  fastify.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes));
  fastify.route<{ Params: { service: string } }>({
    method: [...METHODS],
    url: '/api/:service/*',
    exposeHeadRoute: false,
    config: { rule: { who: ['operator', 'officer'] } },
    handler: async (request, reply) => {
      const service = services.named(request.params.service);
      const path = passedPath(request.raw.url ?? '');
      if (path === undefined)
        throw new ProblemError('not-found', 'Only /v1/…, /openapi.json and /asyncapi.json of a service are passed on.');
      const session = sessionOf(request);
      const passage = passages.begin(session);
      reply.raw.once('close', () => {
        passage.abort();
        passage.close();
      });
      const call = {
        method: request.method,
        path,
        headers: headersOf(request),
        body: bodyOf(request),
        signal: passage.signal,
      };
      try {
        const answer = await upstream.call(service, session, call);
        return await answerWith(reply, answer, service.name);
      } catch (error) {
        if (!passage.signal.aborted) throw error;
        // The browser has gone, or its session is over: there is nobody to answer, and nothing wrong with the service.
        reply.hijack();
        reply.raw.destroy();
        return reply;
      }
    },
  });
}

function headersOf({ headers, traceparent }: FastifyRequest): Record<string, string> {
  const passed = OF_REQUESTS.flatMap((name) => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return { ...Object.fromEntries(passed), traceparent };
}

const bodyOf = ({ body }: FastifyRequest): Buffer | undefined => (Buffer.isBuffer(body) ? body : undefined);

function answerWith(reply: FastifyReply, { statusCode, headers, body }: Dispatcher.ResponseData, service: string): FastifyReply {
  for (const name of OF_ANSWERS) {
    const value = headers[name];
    if (value !== undefined) reply.header(name, name === 'location' ? throughHere(String(value), service) : value);
  }
  return reply.code(statusCode).send(body);
}

/** `/v1/…` of a service is `/api/<service>/v1/…` here. */
const throughHere = (location: string, service: string): string => (location.startsWith('/v1/') ? `/api/${service}${location}` : location);
