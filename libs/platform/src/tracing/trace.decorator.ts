import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** W3C Trace Context of this request: a child of the caller's, or new. */
    traceparent: string;
  }
}

/** The `traceparent` of the request, to be handed on with every message that it causes: `open(@Trace() traceparent: string)`. */
export const Trace = createParamDecorator(
  (_data: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>().traceparent,
);
