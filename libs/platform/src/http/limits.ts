/** Bytes of a request's body: an application with a staff list of thousands fits in many times over. */
export const BODY_LIMIT = 1024 * 1024;

/** Bytes of the request line and all headers. Eight times what a browser sends; Node's own default, said here so that it stays. */
export const HEADER_BYTES = 16 * 1024;

/** Headers of a request. */
export const HEADER_COUNT = 100;

/** Characters of one part of an address; the longest that we give out is a UUID. */
export const MAX_PARAM_LENGTH = 200;

/** Connections of one process. A file descriptor and some 20 KB each; what comes beyond is closed at once. */
export const CONNECTIONS = 5_000;

/** Requests after which a connection is closed in good order, so that callers spread anew over the processes behind one name. */
export const REQUESTS_PER_CONNECTION = 10_000;

/**
 * Requests a second of one client, unless RATE_LIMIT says otherwise. An application is one request, and the whole country makes some
 * hundred a second: only a program that has lost its way, or means harm, comes here.
 */
export const RATE_LIMIT = 5_000;

/** Clients that one address is taken to speak for: a proxy, an office behind one router, the local start. */
export const CLIENTS_PER_ADDRESS = 4;

/** How long a connection may take for what, in milliseconds. */
export const TIMEOUTS = {
  /** From the first byte of a request to the end of its headers. */
  headers: 10_000,
  /** In which a whole request must have come in. */
  request: 30_000,
  /** In which nothing at all moves: an answer is not read, or nothing comes on a new connection. Longer than any answer takes. */
  stalled: 60_000,
  /** That an idle connection stays open: longer than the 60 s of common proxies, so that they close first. */
  keepAlive: 72_000,
  /** How often the first two are looked at: by so much they may be late. Node's default, 30 s, would make 40 of 10. */
  check: 1_000,
} as const;
export type Timeouts = { readonly [Name in keyof typeof TIMEOUTS]: number };

/** Milliseconds that requests under way have when the service stops; then their connections are cut off, so that the rest can still drain. */
export const HTTP_STOP_LIMIT = 3_000;

/** Milliseconds from SIGTERM to the end of the process (issue 4, item 8). */
export const STOP_LIMIT = 10_000;
