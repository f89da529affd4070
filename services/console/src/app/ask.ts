import { Problem, problemType, type ProblemKind, problemTypes } from '@hengtong/contracts';
import { ProblemError } from '@hengtong/platform';
import type { z } from 'zod';
import type { KnownService } from './services.ts';
import type { Session } from './sessions.ts';
import type { Upstream } from './upstream.ts';

export interface Asking {
  readonly service: KnownService;
  readonly session: Session;
  /** Path and query. */
  readonly path: string;
  readonly signal?: AbortSignal;
}

/**
 * Asks a service for JSON, in the caller's name.
 * @throws {ProblemError} the service's own problem; 502 when it does not answer, or with something else than it should.
 */
export async function ask<S extends z.ZodType>(upstream: Upstream, schema: S, asking: Asking): Promise<z.output<S>> {
  const { service, session, path, signal } = asking;
  const { statusCode, body } = await upstream.call(service, session, {
    method: 'GET',
    path,
    headers: { accept: 'application/json' },
    signal,
  });
  const content = await body.json().catch((cause: unknown) => {
    throw unlike(service, cause);
  });
  if (statusCode !== 200) throw problemIn(content) ?? unlike(service, content);
  const answer = schema.safeParse(content);
  if (!answer.success) throw unlike(service, answer.error);
  return answer.data;
}

const kinds = Object.keys(problemTypes) as ProblemKind[];

function problemIn(content: unknown): ProblemError | undefined {
  const problem = Problem.safeParse(content).data;
  const kind = kinds.find((each) => problemType(each) === problem?.type);
  return problem && kind && new ProblemError(kind, problem.detail ?? problem.title, problem.errors ? { errors: problem.errors } : {});
}

const unlike = ({ name }: KnownService, cause: unknown): ProblemError =>
  new ProblemError('unreachable', `${name} answers something that this console does not understand: are both of one version?`, { cause });
