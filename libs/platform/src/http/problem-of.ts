import { HttpException } from '@nestjs/common';
import { problemTypes, type ProblemKind } from '@hengtong/contracts';
import { isTransient } from '@hengtong/persistence';
import { BODY_LIMIT } from './limits.ts';
import { ProblemError } from './problem-error.ts';

/** What of a request its problem needs. */
export interface FailedRequest {
  readonly method: string;
  readonly path: string;
  readonly contentType: string | undefined;
  /** Methods that this address takes; empty when there is no such address. */
  readonly allowed: readonly string[];
  /** Whether no route took it. */
  readonly unmatched: boolean;
}

/** Every error as the problem that the caller sees. What nobody expected says nothing of its inside. */
export function problemOf(error: unknown, request: FailedRequest): ProblemError {
  if (error instanceof ProblemError) return error;
  const address = badAddress(error);
  if (address) return address;
  // Whatever else is wrong with it, a body that is no JSON for one.
  if (request.unmatched) return noRoute(request);
  return unreadable(error, request) ?? fromHttp(error) ?? fromDatabase(error) ?? unexpected(error);
}

/** What Fastify's router cannot read. */
function badAddress(cause: unknown): ProblemError | undefined {
  const code = codeOf(cause);
  if (code === 'FST_ERR_MAX_PARAM_LENGTH') return new ProblemError('bad-request', 'A part of the address is too long.', { cause });
  if (code === 'FST_ERR_BAD_URL')
    return new ProblemError('bad-request', 'The address is not well encoded; a % must be written %25.', { cause });
  return undefined;
}

function noRoute({ method, path, allowed }: FailedRequest): ProblemError {
  // A route may take the method, and find that there is nothing.
  if (allowed.length === 0 || allowed.includes(method))
    return new ProblemError('not-found', `There is nothing at ${path}. /docs lists what there is.`);
  const list = allowed.join(', ');
  return new ProblemError('method-not-allowed', `${path} takes ${list}, not ${method}.`, { headers: { allow: list } });
}

/** Fastify's codes for a body that it could not read. Nest wraps them, with Fastify's error as the cause. */
function unreadable(error: unknown, { contentType }: FailedRequest): ProblemError | undefined {
  const cause = error instanceof HttpException ? error.cause : error;
  const body = (kind: ProblemKind, detail: string) => new ProblemError(kind, detail, { errors: [{ pointer: '', detail }], cause });
  switch (codeOf(cause)) {
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return body('bad-request', 'The body is empty; it must be JSON.');
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return body('bad-request', 'The body is no JSON.');
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return body('bad-request', 'The body has not the length that Content-Length says.');
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return body('too-large', `The body is too large: at most ${BODY_LIMIT / 1024} KiB are taken.`);
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return body('unsupported-media-type', `The body must be application/json, not ${contentType ?? 'of no type'}.`);
    default:
      return undefined;
  }
}

const KIND_OF_STATUS = new Map<number, ProblemKind>(
  (
    [
      'bad-request',
      'not-found',
      'method-not-allowed',
      'conflict',
      'precondition-failed',
      'too-large',
      'unsupported-media-type',
      'unprocessable',
      'precondition-required',
      'too-many-requests',
      'unavailable',
    ] as const
  ).map((kind) => [problemTypes[kind].status, kind]),
);

/** Anything that carries a status a caller can do something about. */
function fromHttp(error: unknown): ProblemError | undefined {
  const status = statusOf(error);
  if (status === undefined || (status >= 500 && status !== 503)) return undefined;
  return new ProblemError(KIND_OF_STATUS.get(status) ?? 'bad-request', (error as Error).message, { cause: error });
}

function fromDatabase(error: unknown): ProblemError | undefined {
  if (!isTransient(error)) return undefined;
  return new ProblemError('unavailable', 'The service cannot reach its database at the moment; nothing was done. Try again.', {
    headers: { 'retry-after': '1' },
    cause: error,
  });
}

function unexpected(cause: unknown): ProblemError {
  return new ProblemError('internal', 'It is not your request’s fault. The trace id says where to look in the logs.', { cause });
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' && statusCode >= 400 ? statusCode : undefined;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error ? (error as { code?: unknown }).code : undefined;
}
