/** Why there was no answer; the codes are kept with attempts and shown to subscribers, so they never change their meaning. */
export type Failure =
  | 'refused-sink' // the policy does not allow the URL
  | 'refused-address' // the host is, or resolves to, an address that is not public
  | 'dns' // the name does not resolve
  | 'connection' // nobody takes the connection
  | 'tls' // no secure connection: certificate, name or protocol
  | 'closed' // the connection ended before the answer
  | 'protocol' // the answer is no HTTP
  | 'timeout' // no answer in time
  | 'other'; // none of these: a fault of ours, more likely than not

const DNS = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME', 'ENODATA', 'ESERVFAIL']);
const CONNECTION = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'EHOSTDOWN', 'ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL', 'EACCES']);
const CLOSED = new Set(['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_CLOSED', 'UND_ERR_DESTROYED']);
const TIMEOUT = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);
/** OpenSSL's verdicts on certificates (`X509_V_ERR_…`, without the prefix), and what Node and OpenSSL call their own errors. */
const TLS = /^(ERR_TLS_|ERR_SSL_|EPROTO$|CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_CA|HOSTNAME_MISMATCH|ERROR_IN_CERT)/;

/** The stable code for an error of a connection or a request. */
export function failureOf(error: unknown): Failure {
  const { name, code, cause } = Object(error) as { name?: unknown; code?: unknown; cause?: unknown };
  if (typeof code === 'string') {
    if (code === 'refused-sink' || code === 'refused-address') return code;
    if (TIMEOUT.has(code)) return 'timeout';
    if (DNS.has(code)) return 'dns';
    if (CONNECTION.has(code)) return 'connection';
    if (TLS.test(code)) return 'tls';
    if (CLOSED.has(code)) return 'closed';
    if (code.startsWith('HPE_') || code.startsWith('UND_ERR_')) return 'protocol';
  }
  // Not every error of undici's parser has a code.
  if (name === 'HTTPParserError') return 'protocol';
  return cause === undefined ? 'other' : failureOf(cause);
}
