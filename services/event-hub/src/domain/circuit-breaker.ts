/** Whether an endpoint is spared for a while. Times are milliseconds since 1970. */
export type Breaker =
  | { readonly state: 'closed'; readonly failures: number }
  | { readonly state: 'open'; readonly until: number; readonly openings: number }
  | { readonly state: 'half-open'; readonly openings: number };

/** An endpoint of which nothing bad is known. */
export const CLOSED: Breaker = { state: 'closed', failures: 0 };

/** Failures in a row that open it. */
const FAILURES = 5;
/** Milliseconds that it is open the first time, and at the most; each time in a row twice as long. */
const [FIRST, LONGEST] = [10_000, 300_000];

/** The breaker at a moment: one whose time is over lets a single attempt through, to see. */
export function breakerAt(breaker: Breaker, now: number): Breaker {
  return breaker.state === 'open' && now >= breaker.until ? { state: 'half-open', openings: breaker.openings } : breaker;
}

/** How many attempts may be under way at once. */
export function allowedBy(breaker: Breaker): number {
  switch (breaker.state) {
    case 'closed':
      return Number.POSITIVE_INFINITY;
    case 'open':
      return 0;
    case 'half-open':
      return 1;
  }
}

/** The breaker after an attempt. A success closes it; the fifth failure in a row, or a failure of the one attempt, opens it. */
export function afterAttempt(breaker: Breaker, success: boolean, now: number): Breaker {
  if (success) return CLOSED;
  switch (breaker.state) {
    case 'closed':
      return breaker.failures + 1 < FAILURES ? { state: 'closed', failures: breaker.failures + 1 } : opened(now, 1);
    case 'half-open':
      return opened(now, breaker.openings + 1);
    // An attempt that was under way when it opened.
    case 'open':
      return breaker;
  }
}

const opened = (now: number, openings: number): Breaker => ({
  state: 'open',
  openings,
  until: now + Math.min(FIRST * 2 ** (openings - 1), LONGEST),
});
