import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { newTrace, traceIdOf } from '../tracing/trace-context.ts';
import { problemBody } from './problem-body.ts';
import { ProblemError } from './problem-error.ts';

/** Answers what Node cannot read as a request at all: no HTTP, an address or headers beyond 16 KiB, a body that takes too long to come. */
export function answerUnreadableRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code !== 'ECONNRESET' && socket.writable) {
    const problem = new ProblemError('bad-request', reason(error.code));
    const body = problemBody(problem, undefined, traceIdOf(newTrace()));
    const head = [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
      'connection: close',
      'content-type: application/problem+json',
      `content-length: ${Buffer.byteLength(body)}`,
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  }
  socket.destroy(error);
}

function reason(code: string | undefined): string {
  if (code === 'HPE_HEADER_OVERFLOW') return 'The address and headers are too long: together at most 16 KiB are taken.';
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'The request did not come in within its time.';
  return 'This is no HTTP request.';
}
