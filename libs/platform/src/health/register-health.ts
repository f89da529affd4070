import type { FastifyInstance } from 'fastify';
import { metrics } from '../metrics.ts';
import type { HealthCheck } from './health-check.ts';
import { readiness } from './readiness.ts';

/** Whether the service has been told to stop. */
export interface Lifecycle {
  stopping: boolean;
}

/**
 * Serves `/health/live` (the process answers, nothing more: another start is what a failure would call for), `/health/ready` (200 when
 * it can do its work, degraded or not; 503 when it cannot or is stopping) and `/metrics`.
 */
export function registerHealth(fastify: FastifyInstance, checks: Readonly<Record<string, HealthCheck>>, lifecycle: Lifecycle): void {
  fastify.get('/health/live', () => ({ status: 'alive' }));
  fastify.get('/health/ready', async (_request, reply) => {
    const state = lifecycle.stopping ? ({ status: 'stopping', checks: {} } as const) : await readiness(checks);
    return reply
      .code(state.status === 'ready' || state.status === 'degraded' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(state);
  });
  fastify.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.metrics()));
}
