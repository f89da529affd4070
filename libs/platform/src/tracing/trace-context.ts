import { randomFillSync } from 'node:crypto';
import { parseTraceParent } from '@opentelemetry/core';

// Random bytes for 256 span ids at a time: one call into the system costs more than all else here.
const pool = Buffer.alloc(2048);
let used = pool.length;

/** `bytes` random bytes as hex, never all zero (W3C Trace Context §3.2.2). */
function randomHex(bytes: number): string {
  if (used + bytes > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const hex = pool.toString('hex', used, used + bytes);
  used += bytes;
  return /[^0]/.test(hex) ? hex : randomHex(bytes);
}

/** A `traceparent` (W3C Trace Context) that nothing came before, sampled. */
export const newTrace = (): string => `00-${randomHex(16)}-${randomHex(8)}-01`;

/** The same trace with a span id of its own, for what is sent on. What is no traceparent begins a new trace. */
export function childOf(traceparent: string | undefined): string {
  const parent = traceparent === undefined ? null : parseTraceParent(traceparent);
  return parent === null ? newTrace() : `00-${parent.traceId}-${randomHex(8)}-${parent.traceFlags & 1 ? '01' : '00'}`;
}

/** The trace of a request or message by its headers: a child of theirs, or a new one. */
export const traceOf = (headers: Readonly<Record<string, unknown>>): string => {
  const { traceparent } = headers;
  return childOf(typeof traceparent === 'string' ? traceparent : undefined);
};

/** The 32 hex digits of a traceparent that names the trace in logs and problems. */
export const traceIdOf = (traceparent: string): string => traceparent.slice(3, 35);
