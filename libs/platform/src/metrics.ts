import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export { Counter, Gauge, Histogram, Summary } from 'prom-client';

/** What `/metrics` shows (Prometheus): give it as `registers: [metrics]` to a `Counter`, `Gauge` or `Histogram`. */
export const metrics = new Registry();

/** Seconds from the first byte of a request to the last of its answer, by route: the route's pattern, never its values. */
export const requestDuration = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Time to answer an HTTP request',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [metrics],
});

/** Milliseconds between two samples of the event loop's delay. Each wakes the process, and a service with nothing to do should sleep. */
const EVENT_LOOP_SAMPLES = 100;

/** Adds what prom-client knows of the process itself: CPU, memory, event loop, garbage collection. Safe to call twice. */
export function collectProcessMetrics(): void {
  if (metrics.getSingleMetric('process_cpu_seconds_total')) return;
  collectDefaultMetrics({ register: metrics, eventLoopMonitoringPrecision: EVENT_LOOP_SAMPLES });
}
