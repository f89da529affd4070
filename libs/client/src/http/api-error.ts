import { Problem, type ProblemKind, problemType, problemTypes } from '@hengtong/contracts';

/** An answer that is no success, in the words of its problem (RFC 9457). */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly status: number;
  /** Programs may decide by it; undefined for an answer that is not of Hengtong, of a proxy for instance. */
  readonly kind: ProblemKind | undefined;
  /** What is wrong here, and what to do. */
  readonly detail: string;
  /** Which fields are wrong: a JSON pointer into the body or the name of a parameter, each with a sentence. */
  readonly errors: NonNullable<Problem['errors']>;
  /** By which whoever runs the service finds it in the logs. */
  readonly traceId: string | undefined;
  /** Milliseconds after which the service wants to be asked again; undefined where it does not say. */
  readonly retryAfter: number | undefined;

  constructor(request: string, status: number, headers: Headers, body: string) {
    const problem = problemIn(body);
    const detail = problem?.detail ?? problem?.title ?? (body.trim().slice(0, 500) || 'no further word');
    super(`${request} was answered with ${status}: ${detail}`);
    this.status = status;
    this.kind = KINDS.find((kind) => problemType(kind) === problem?.type);
    this.detail = detail;
    this.errors = problem?.errors ?? [];
    this.traceId = problem?.traceId;
    this.retryAfter = retryAfter(headers.get('retry-after'));
  }
}

const KINDS = Object.keys(problemTypes) as ProblemKind[];

function problemIn(body: string): Problem | undefined {
  try {
    return Problem.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

/** Seconds, or a date (RFC 9110 §10.2.3). */
function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const milliseconds = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}
