/** Bytes of a request's body: an application with a staff list of thousands fits in many times over. */
export const BODY_LIMIT = 1024 * 1024;

/** Milliseconds in which a whole request must have come in. */
export const REQUEST_TIMEOUT = 30_000;

/** Milliseconds that an idle connection stays open: longer than the 60 s of common proxies, so that they close first. */
export const KEEP_ALIVE_TIMEOUT = 72_000;

/** Characters of one part of an address; the longest that we give out is a UUID. */
export const MAX_PARAM_LENGTH = 200;

/** Milliseconds that requests under way have when the service stops; then their connections are cut off, so that the rest can still drain. */
export const HTTP_STOP_LIMIT = 3_000;

/** Milliseconds from SIGTERM to the end of the process (issue 4, item 8). */
export const STOP_LIMIT = 10_000;
