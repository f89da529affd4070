import type { IncomingMessage } from 'node:http';
import { HEADER_COUNT } from './limits.ts';
import { ProblemError } from './problem-error.ts';

/**
 * Headers that are there once, or not at all (RFC 9110 §5.3: only lists may be split). Of two, Node takes the first; a proxy before us may
 * have judged by the second.
 */
const ONCE = new Set(['authorization', 'content-length', 'content-type', 'host', 'idempotency-key', 'if-match', 'transfer-encoding']);

/** What is wrong with the headers of a request as such; undefined if nothing is. */
export function oddHeaders({ rawHeaders, headers, httpVersion }: IncomingMessage): ProblemError | undefined {
  const count = rawHeaders.length / 2;
  if (count > HEADER_COUNT)
    return new ProblemError('headers-too-large', `The request has too many headers: at most ${HEADER_COUNT} are taken.`);
  // RFC 9112 §3.2. Node would answer this itself, with nothing but the status.
  if (headers.host === undefined && httpVersion === '1.1') return new ProblemError('bad-request', 'The request has no Host header.');
  // Nearly always each is there once, and no more need be known.
  if (count === Object.keys(headers).length) return undefined;
  const names = rawHeaders.filter((_text, index) => index % 2 === 0).map((name) => name.toLowerCase());
  const twice = names.find((name, index) => ONCE.has(name) && names.indexOf(name) < index);
  if (twice === undefined) return undefined;
  const errors = [{ pointer: twice, detail: 'is there more than once' }];
  return new ProblemError('bad-request', `There must be one ${twice} header, not several.`, { errors });
}
