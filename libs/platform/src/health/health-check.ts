/** Resolves when what it asks is well, with `degraded` and a sentence when the service works on without it; rejects when it cannot. */
export type HealthCheck = () => Promise<void | Degraded>;

/** What is limited, in a sentence for operators. */
export interface Degraded {
  readonly degraded: string;
}

/** A check of something that the service can do without for a while: its failure only degrades. `meanwhile` says what that means. */
export function degradedWithout(check: () => Promise<unknown>, meanwhile: string): HealthCheck {
  return () =>
    check().then(
      () => undefined,
      () => ({ degraded: meanwhile }),
    );
}
