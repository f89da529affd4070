const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** How long a delivery is tried, from its first attempt on, in milliseconds. */
export const RETRIED_FOR = 28 * HOUR;
/** The longest pause between two attempts that we choose ourselves, in milliseconds. */
export const LONGEST_PAUSE = 4 * HOUR;
/** The longest wait that an endpoint may ask for, in milliseconds. */
export const LONGEST_ASKED = 12 * HOUR;

/** The mean of the first pause, and how much longer each next one is. */
const FIRST_PAUSE = 5 * SECOND;
const FACTOR = 3;

/** A delivery that has just failed once more. Times are milliseconds since 1970. */
export interface FailedDelivery {
  /** How many attempts it has had, this one included: 1 and more. */
  readonly attempts: number;
  /** When the first of them was. */
  readonly since: number;
  /** When this one was. */
  readonly now: number;
  /** Milliseconds that the endpoint asks us to wait. */
  readonly retryAfter?: number | undefined;
}

/**
 * When to try again, in milliseconds since 1970; undefined when it is time to give up.
 * Exponential backoff with full jitter (pauses evenly between nothing and twice their mean, so that deliveries that failed together do
 * not come back together): means of 5 s, 15 s, 45 s, … up to 2 h. What the endpoint asks for is a lower bound, up to 12 h. The last
 * attempt is made when the 28 hours are over, neither before nor after, so that each delivery has had all of them.
 * @param random evenly in [0, 1).
 */
export function nextAttempt({ attempts, since, now, retryAfter = 0 }: FailedDelivery, random: number): number | undefined {
  const end = since + RETRIED_FOR;
  if (now >= end) return undefined;
  const ceiling = Math.min(2 * FIRST_PAUSE * FACTOR ** (attempts - 1), LONGEST_PAUSE);
  const pause = Math.max(random * ceiling, Math.min(retryAfter, LONGEST_ASKED), SECOND);
  return Math.min(now + pause, end);
}
