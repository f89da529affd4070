import type { Cause, Unit } from '../unit-of-work/index.ts';

/** One piece of work: a message that came in, or a request that changes something. */
export interface Job<Result = unknown> {
  /** Jobs of one key run one after another, in the order in which they were given; others side by side. */
  readonly key: string;
  /** The id of the message, if it is one: it is taken once. */
  readonly messageId?: string;
  readonly cause: Cause;
  run(unit: Unit): Promise<Result>;
  /**
   * What is to be kept of it when it has failed in the batch and once more alone: a dead letter. A job without it fails to its
   * caller at the first time.
   */
  otherwise?(unit: Unit, error: unknown): Promise<void>;
}

export type Outcome<Result = unknown> =
  | { readonly status: 'done'; readonly value: Result }
  /** The message has been taken before. */
  | { readonly status: 'duplicate' }
  /** Set aside for good: `otherwise` is committed. */
  | { readonly status: 'dead'; readonly error: unknown }
  /** It failed to its caller; nothing of it is committed. */
  | { readonly status: 'failed'; readonly error: unknown }
  /** The database is away; nothing of it is committed; the same job may be given again. */
  | { readonly status: 'later'; readonly error: unknown };
