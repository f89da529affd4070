/** A field that is wrong, and how. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/** What a service says when it does not do what it was asked (RFC 9457). `status` 0: no answer came at all. */
export class Problem extends Error {
  override name = 'Problem';
  readonly status: number;
  /** The last part of the problem's `type`: `not-found`, `session-ended`, … */
  readonly code: string;
  readonly errors: readonly FieldError[];
  /** By which operators of the machine find it in the logs. */
  readonly traceId: string | undefined;
  readonly retryAfter: string | undefined;
  /** What else the problem says. */
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(status: number, body: Readonly<Record<string, unknown>>, headers?: Headers, options?: ErrorOptions) {
    super(textOf(body['detail']) ?? textOf(body['title']) ?? `HTTP ${status}`, options);
    this.status = status;
    this.code = (textOf(body['type']) ?? 'unknown').split('/').at(-1) ?? 'unknown';
    this.errors = Array.isArray(body['errors']) ? (body['errors'] as FieldError[]) : [];
    this.traceId = textOf(body['traceId']) ?? headers?.get('traceparent')?.split('-')[1];
    this.retryAfter = headers?.get('retry-after') ?? undefined;
    this.facts = body;
  }
}

/** What a service has against a field of what it was asked with, if it is that: `place` as a JSON pointer, with all that lies below it. */
export function detailAt(error: unknown, place: `/${string}`): string | undefined {
  const errors = error instanceof Problem ? error.errors : [];
  // A field of the query is named without the slash.
  return errors.find(({ pointer }) => `/${pointer.replace(/^\//, '')}/`.startsWith(`${place}/`))?.detail;
}

/** The problem that an answer is. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => ({}));
  return new Problem(response.status, typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}, response.headers);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
