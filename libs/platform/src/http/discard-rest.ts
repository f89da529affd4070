import type { IncomingMessage } from 'node:http';
import type { FastifyReply } from 'fastify';

/** Bytes that are read in vain before the connection is cut off. */
const PATIENCE = 32 * 1024 * 1024;

/**
 * Lets a caller whose body is refused half-way finish sending, and throws away what comes. Fastify would close the connection at once;
 * that resets it, and most clients then report a broken pipe instead of the answer.
 */
export function discardRest(request: IncomingMessage, reply: FastifyReply): void {
  if (request.complete) return;
  reply.removeHeader('connection');
  let left = PATIENCE;
  request.on('data', (bytes: Buffer) => {
    left -= bytes.length;
    if (left < 0) request.destroy();
  });
}
