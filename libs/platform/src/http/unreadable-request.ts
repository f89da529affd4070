import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { newTrace, traceIdOf } from '../tracing/trace-context.ts';
import { HEADER_BYTES, HEADER_COUNT } from './limits.ts';
import { problemBody } from './problem-body.ts';
import { ProblemError } from './problem-error.ts';
import { securityHeaders } from './security-headers.ts';

const TOO_SLOW = 'ERR_HTTP_REQUEST_TIMEOUT';

/**
 * Answers what Node cannot read as a request at all: no HTTP, an address or headers that are too long, a request that comes too slowly.
 * A connection on which nothing has come yet is idle, not slow: clients open some beforehand, and after an answer that they stopped
 * reading. Said there, 408 would be taken for the answer to a request that leaves at that moment. Node closes it when it has been idle
 * too long, and watches it again from the first byte on.
 */
export function answerUnreadableRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === TOO_SLOW && socket.bytesRead === 0) return;
  // Before the handshake of TLS is over, nothing that is written would ever leave.
  const spoken = !/^(ECONNRESET|EPROTO|ERR_SSL_\w+|ERR_TLS_\w+)$/.test(error.code ?? '');
  if (!spoken || !socket.writable) return void socket.destroy(error);
  const problem = problemWith(error.code);
  const body = problemBody(problem, undefined, traceIdOf(newTrace()));
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'connection: close',
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    ...Object.entries(securityHeaders).map(([name, value]) => `${name}: ${value}`),
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  // Not before that is written: a connection that is closed with something unread is reset, and the answer is lost.
  socket.destroySoon();
}

function problemWith(code: string | undefined): ProblemError {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return new ProblemError(
        'headers-too-large',
        `The address and headers are too much: together at most ${HEADER_BYTES / 1024} KiB, in at most ${HEADER_COUNT} headers, are taken.`,
      );
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return new ProblemError('too-large', 'The chunks of the body have too long extensions.');
    case TOO_SLOW:
      return new ProblemError('request-timeout', 'The request did not come in within its time.');
    case undefined:
    default:
      return new ProblemError('bad-request', 'This is no HTTP request.');
  }
}
