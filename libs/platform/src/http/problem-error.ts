import { problemTypes, type Problem, type ProblemKind } from '@hengtong/contracts';

/** One wrong field: `pointer` is a JSON pointer into the body, or the name of a parameter or header. */
export type FieldError = NonNullable<Problem['errors']>[number];

export interface ProblemOptions {
  readonly errors?: readonly FieldError[];
  /** How many there are now, where the caller thought of another number. */
  readonly count?: number;
  /** More headers of the answer, `Retry-After` for one. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** Throw it wherever a request cannot be served: it becomes `application/problem+json`, its status decided by the kind (contracts). */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly kind: ProblemKind;
  readonly errors: readonly FieldError[] | undefined;
  readonly count: number | undefined;
  readonly headers: Readonly<Record<string, string>>;

  /** `detail` says what is wrong here and what to do; it is shown to the caller. */
  constructor(kind: ProblemKind, detail: string, { errors, count, headers = {}, cause }: ProblemOptions = {}) {
    super(detail, { cause });
    this.kind = kind;
    this.errors = errors;
    this.count = count;
    this.headers = headers;
  }

  get status(): number {
    return problemTypes[this.kind].status;
  }
}
