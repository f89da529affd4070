/**
 * How many attempts an endpoint may have under way: few until it has shown that it answers fast, so that one that hangs never holds
 * more than a place or two of those that all share.
 */
export interface Pace {
  readonly limit: number;
  /** It has needed more than a second, or is needing it now: it holds no shared place, and has one attempt at a time. */
  readonly slow: boolean;
}

/** An endpoint that nothing is known of. */
export const UNKNOWN: Pace = { limit: 1, slow: false };
/** One that takes long. */
export const SLOW: Pace = { limit: 1, slow: true };

/** Milliseconds after which an endpoint is slow, and up to which it is fast. */
export const LONG = 1_000;
export const SHORT = 250;

/** The most attempts under way for a fast endpoint, and for one that is neither fast nor slow. */
const [MOST, SOME] = [32, 2];

/** The pace after an attempt: one more for each fast success, half for a failure, one for what took long. `ms` is how long it took. */
export function paceAfter(pace: Pace, success: boolean, ms: number): Pace {
  if (ms >= LONG) return SLOW;
  const limit = success ? pace.limit + 1 : Math.ceil(pace.limit / 2);
  return { limit: Math.min(limit, ms <= SHORT ? MOST : SOME), slow: false };
}
