import type { Due, Outcome } from '../../adapters/postgres/deliveries/index.ts';
import type { Posted } from '../../adapters/webhook/index.ts';
import { nextAttempt } from '../../domain/retry-schedule.ts';
import { type Verdict, verdictOn } from '../../domain/verdict.ts';

/**
 * What a delivery comes to by an attempt. `at` is when it began, `now` when it ended, in milliseconds since 1970; `random` evenly in
 * [0, 1). A delivery to an endpoint that is gone is cancelled, as are all others to it.
 */
export function outcomeOf(due: Due, posted: Posted, at: number, now: number, random: number): { verdict: Verdict; outcome: Outcome } {
  const verdict = verdictOn(posted.status);
  const number = due.attempts + 1;
  const since = due.since ?? at;
  const dueAt =
    verdict === 'failed' ? nextAttempt({ attempts: number - due.earlier, since, now, retryAfter: posted.retryAfterMs }, random) : undefined;
  return {
    verdict,
    outcome: {
      deliveryId: due.id,
      status: dueAt === undefined ? SETTLED[verdict] : 'pending',
      dueAt: dueAt ?? null,
      since,
      attempt: {
        number,
        at,
        status: posted.status ?? null,
        error: posted.error ?? null,
        durationMs: posted.durationMs,
        body: posted.body ?? null,
      },
    },
  };
}

const SETTLED = { delivered: 'delivered', failed: 'failed', gone: 'cancelled' } as const satisfies Record<Verdict, Outcome['status']>;

/** What becomes of one that the subscription does not want or may not have any more, or whose event is not kept any more. */
export const cancelled = ({ id, since }: Due): Outcome => ({ deliveryId: id, status: 'cancelled', dueAt: null, since });
