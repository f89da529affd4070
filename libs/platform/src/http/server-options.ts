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

/** A certificate with its chain, and its private key: PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

export interface ServerOptions {
  readonly timeouts?: Partial<Timeouts> | undefined;
  /** Proxies whose `X-Forwarded-*` are believed: addresses, or networks in CIDR notation. Of anybody else they are ignored. */
  readonly trusted?: readonly string[] | undefined;
  /** Serves HTTPS, and nothing else. */
  readonly certificate?: Certificate | undefined;
}

/** What Fastify and Node's server hold every caller to, before any code of a service runs; by TLS as without. */
export function serverOptions({ timeouts, trusted, certificate }: ServerOptions) {
  const { headers, request, stalled, keepAlive, check } = { ...TIMEOUTS, ...timeouts };
  const node = {
    maxHeaderSize: HEADER_BYTES,
    headersTimeout: headers,
    requestTimeout: request,
    connectionsCheckingInterval: check,
    requireHostHeader: false,
  };
  return {
    bodyLimit: BODY_LIMIT,
    requestTimeout: request,
    connectionTimeout: stalled,
    keepAliveTimeout: keepAlive,
    maxRequestsPerSocket: REQUESTS_PER_CONNECTION,
    forceCloseConnections: 'idle' as const,
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    // Of these two Fastify looks at one only.
    ...(certificate ? { https: { ...node, ...certificate, handshakeTimeout: headers } } : { http: node }),
    ...(trusted && { trustProxy: [...trusted] }),
  };
}

/** What cannot be given to a server when it is made. */
export function limitServer(server: Server): void {
  server.maxConnections = CONNECTIONS;
  // One more than are taken: what is beyond this, older releases of Node 24 leave out in silence. `oddHeaders` finds that one.
  server.maxHeadersCount = HEADER_COUNT + 1;
}
