/** SQLSTATE classes that say "not now": connection, transaction rollback, resources, operator intervention. */
const TRANSIENT_CLASSES = new Set(['08', '40', '53', '57']);

/** 55P03 is `lock_not_available`; 25P03 is how the server says that it ended an idle transaction with its connection. */
const TRANSIENT_STATES = new Set(['55P03', '25P03']);

/** What Node calls a connection that could not be made or was lost. */
const CONNECTION_ERRORS = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
]);

/** `pg` and `pg-pool` give these without a code. */
const CONNECTION_MESSAGES =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|timeout expired|Query read timeout|write after end)/;

/**
 * Whether a database error means that nothing is wrong with what was asked and it may be asked again as it is (DESIGN §4, "What goes
 * wrong"). Looks into causes and into what Node bundles when several addresses of one host failed.
 */
export function isTransient(error: unknown): boolean {
  // By its shape, not `instanceof`: Node's own errors come from another realm where modules run in a VM context, as Jest's do.
  if (typeof error !== 'object' || error === null) return false;
  const { code, message, cause, errors } = error as { code?: unknown; message?: unknown; cause?: unknown; errors?: unknown };
  if (typeof code === 'string') {
    if (CONNECTION_ERRORS.has(code) || TRANSIENT_STATES.has(code)) return true;
    if (/^[0-9A-Z]{5}$/.test(code)) return TRANSIENT_CLASSES.has(code.slice(0, 2));
  }
  if (typeof message === 'string' && CONNECTION_MESSAGES.test(message)) return true;
  return isTransient(cause) || (Array.isArray(errors) && errors.some(isTransient));
}
