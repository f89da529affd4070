import type { FastifyReply } from 'fastify';

/** Leaves the answer to oidc-provider, which writes to Node's own response. What the platform has put into its head by now stays. */
export function leaveToProvider(reply: FastifyReply): void {
  reply.hijack();
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value);
}
