import type { Server } from 'node:http';
import {
  BODY_LIMIT,
  CONNECTIONS,
  HEADER_BYTES,
  HEADER_COUNT,
  MAX_PARAM_LENGTH,
  REQUESTS_PER_CONNECTION,
  TIMEOUTS,
  type Timeouts,
} from './limits.ts';

/**
 * What Fastify and Node's server hold every caller to, before any code of a service runs.
 * @param trusted proxies whose `X-Forwarded-*` are believed: addresses, or networks in CIDR notation; of anybody else they are ignored
 */
export function serverOptions(timeouts: Partial<Timeouts> | undefined, trusted: readonly string[] | undefined) {
  const { headers, request, stalled, keepAlive, check } = { ...TIMEOUTS, ...timeouts };
  return {
    bodyLimit: BODY_LIMIT,
    requestTimeout: request,
    connectionTimeout: stalled,
    keepAliveTimeout: keepAlive,
    maxRequestsPerSocket: REQUESTS_PER_CONNECTION,
    forceCloseConnections: 'idle' as const,
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    http: {
      maxHeaderSize: HEADER_BYTES,
      headersTimeout: headers,
      requestTimeout: request,
      connectionsCheckingInterval: check,
      requireHostHeader: false,
    },
    ...(trusted && { trustProxy: [...trusted] }),
  };
}

/** What cannot be given to a server when it is made. */
export function limitServer(server: Server): void {
  server.maxConnections = CONNECTIONS;
  // One more than are taken: what is beyond this, older releases of Node 24 leave out in silence. `oddHeaders` finds that one.
  server.maxHeadersCount = HEADER_COUNT + 1;
}
