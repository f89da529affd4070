import { afterAttempt, allowedBy, type Breaker, breakerAt, CLOSED } from '../../domain/circuit-breaker.ts';
import { budgetAfter, type FailureBudget, type Notice } from '../../domain/failure-budget.ts';
import { type Pace, paceAfter, SHORT, SLOW, UNKNOWN } from '../../domain/pace.ts';
import { LONGEST_ASKED } from '../../domain/retry-schedule.ts';
import { type Bucket, takeToken } from '../../domain/token-bucket.ts';

/** By these an endpoint asks all deliveries to wait, not only the one that it answers (RFC 6585, RFC 9110). */
const ASKS_ALL_TO_WAIT = new Set([429, 503]);

/** What an attempt showed of an endpoint. */
export interface Shown {
  readonly success: boolean;
  readonly status?: number;
  readonly durationMs: number;
  readonly retryAfterMs?: number;
}

/** What is known of an endpoint, and so, when the next attempt may be made. Times are milliseconds since 1970. */
export class Endpoint {
  budget: FailureBudget | undefined;
  /** The budget has changed since it was kept last. */
  changed = false;
  private pace: Pace = UNKNOWN;
  private breaker: Breaker = CLOSED;
  private bucket: Bucket | undefined;
  private pausedUntil = 0;

  constructor(budget: FailureBudget | undefined) {
    this.budget = budget;
  }

  /** Whether it needs so long that it holds no place of those that all share. */
  get slow(): boolean {
    return this.pace.slow;
  }

  /** An attempt has been under way for long. */
  takesLong(): void {
    this.pace = SLOW;
  }

  /**
   * Whether an attempt may be made: 0 is now, more are milliseconds to wait, undefined is when one that is under way has ended.
   * @param underWay how many are, and since when the first of them is. @param rate the most a second. A yes takes a token of it.
   */
  mayTry(underWay: number, since: number | undefined, rate: number | undefined, now: number): number | undefined {
    if (this.pausedUntil > now) return this.pausedUntil - now;
    this.breaker = breakerAt(this.breaker, now);
    if (this.breaker.state === 'open') return this.breaker.until - now;
    if (underWay >= Math.min(this.pace.limit, allowedBy(this.breaker))) return undefined;
    // Whoever does not answer as fast as usual gets no more until it does: perhaps it hangs.
    if (since !== undefined && now - since > SHORT) return undefined;
    if (rate === undefined) return 0;
    const { bucket, wait } = takeToken(this.bucket, rate, now);
    this.bucket = bucket;
    return wait;
  }

  /** Takes in what an attempt showed. @returns what the subscriber is to be told because of it. */
  after({ success, status, durationMs, retryAfterMs }: Shown, now: number): Notice | undefined {
    this.pace = paceAfter(this.pace, success, durationMs);
    this.breaker = afterAttempt(breakerAt(this.breaker, now), success, now);
    if (retryAfterMs !== undefined && status !== undefined && ASKS_ALL_TO_WAIT.has(status)) {
      this.pausedUntil = now + Math.min(retryAfterMs, LONGEST_ASKED);
    }
    const { budget, notice } = budgetAfter(this.budget, success, now);
    // What was told is noted by the one who tells: it may not succeed.
    if (this.budget?.since !== budget?.since) {
      this.budget = budget;
      this.changed = true;
    }
    return notice;
  }

  /** The subscriber has been told. With the last of it, the budget begins anew: for when the subscription is active again. */
  told(notice: Notice): void {
    this.changed = true;
    if (notice === 100) this.budget = undefined;
    else if (this.budget) this.budget = { ...this.budget, told: notice };
  }
}
