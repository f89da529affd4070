import type { FastifyInstance } from 'fastify';
import type { AccessGuard } from '../access/access-guard.ts';
import { OPEN } from '../access/allows.ts';
import { metrics } from '../metrics.ts';
import type { HealthCheck } from './health-check.ts';
import { readiness } from './readiness.ts';

const open = { config: OPEN };

/** Whether the service has been told to stop. */
export interface Lifecycle {
  stopping: boolean;
}

/**
 * Serves `/health/live` (the process answers, nothing more: another start is what a failure would call for), `/health/ready` (200 when
 * it can do its work, degraded or not; 503 when it cannot or is stopping), open to all, and `/metrics` for those who may read them.
 */
export function registerHealth(
  fastify: FastifyInstance,
  checks: Readonly<Record<string, HealthCheck>>,
  lifecycle: Lifecycle,
  guard: AccessGuard,
): void {
  fastify.get('/health/live', open, () => ({ status: 'alive' }));
  fastify.get('/health/ready', open, async (_request, reply) => {
    const state = lifecycle.stopping ? ({ status: 'stopping', checks: {} } as const) : await readiness(checks);
    return reply.code(state.status === 'ready' || state.status === 'degraded' ? 200 : 503).send(state);
  });
  const measurements = { scope: 'metrics:read', who: ['operator', 'system'] } as const;
  fastify.get('/metrics', { preHandler: async (request) => guard.admit(request, measurements) }, async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.metrics()),
  );
}
