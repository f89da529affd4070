import type { Due, Outcome } from '../../adapters/postgres/deliveries/index.ts';
import { type Posted, signed, type Transport } from '../../adapters/webhook/index.ts';
import type { Notice } from '../../domain/failure-budget.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { Endpoint } from './endpoint.ts';
import type { Wish } from './line.ts';
import { cancelled, outcomeOf } from './outcome-of.ts';
import type { Log, LoggedEvent } from './ports.ts';

export interface AttemptOptions {
  readonly transport: Transport;
  readonly logger: Log;
  /** Evenly in [0, 1), for the pauses between attempts; default `Math.random`. */
  readonly random?: () => number;
}

/** What an attempt came to: for the delivery, for the endpoint (`verdict`; none if nothing was sent), and for the subscriber. */
export interface Attempted {
  readonly outcome: Outcome;
  readonly verdict?: Verdict;
  readonly notice?: Notice | undefined;
}

/** Makes one attempt at a delivery. Never rejects. */
export async function attempt<Event extends LoggedEvent>(
  { transport, logger, random = Math.random }: AttemptOptions,
  { subscription, interest }: Wish<Event>,
  endpoint: Endpoint,
  due: Due & { readonly event: Event },
): Promise<Attempted> {
  const at = Date.now();
  let posted: Posted;
  try {
    // A grant may have ended, or the wish changed, since it was made.
    if (subscription.sink === undefined || !interest.matches(due.event)) return { outcome: cancelled(due) };
    const body = interest.shape(due.event);
    const headers = signed(due.eventId, at, body, subscription.secrets);
    posted = await transport.post(subscription.sink, body, due.replayId ? { ...headers, 'webhook-replay': due.replayId } : headers);
  } catch (err) {
    logger.warn({ err, delivery: due.id }, 'an attempt could not be made; it counts as failed');
    posted = { error: 'other', durationMs: 0 };
  }
  const now = Date.now();
  const { verdict, outcome } = outcomeOf(due, posted, at, now, random());
  return { verdict, outcome, notice: endpoint.after({ ...posted, success: verdict === 'delivered' }, now) };
}
