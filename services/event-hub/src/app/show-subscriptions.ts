import type { Subscription } from '@hengtong/contracts';
import { type Caller, ProblemError } from '@hengtong/platform';
import type { Pool } from 'pg';
import { type Progress, progressOf } from '../adapters/postgres/deliveries/index.ts';
import { listSubscriptions, readSubscription, readSubscriptions, type SubscriptionRow } from '../adapters/postgres/subscriptions.ts';
import type { EventLog } from './event-log.ts';
import type { Subscriptions } from './subscriptions.ts';
import { agencyOf } from './watch.ts';

/** What is seen of subscriptions: by an agency of its own, by operators of all. */
export class ShowSubscriptions {
  private readonly pool: Pool;
  private readonly log: EventLog;
  private readonly subscriptions: Subscriptions;

  constructor(pool: Pool, log: EventLog, subscriptions: Subscriptions) {
    this.pool = pool;
    this.log = log;
    this.subscriptions = subscriptions;
  }

  /** Those behind `after`, the newest first, `limit` at most. `failing`: only those that should deliver and do not; false: only the others. */
  async list(
    { failing, limit, after }: { readonly failing: boolean | undefined; readonly limit: number; readonly after: string | undefined },
    caller: Caller,
  ): Promise<Subscription[]> {
    const rows = await listSubscriptions(this.pool, { subscriber: subscriberSeenBy(caller), failing }, limit, after);
    return Promise.all(rows.map((row) => this.show(row, caller)));
  }

  /** One that may be seen: an agency's own; an operator's any. @throws {ProblemError} 404 */
  async find(id: string, caller: Caller): Promise<SubscriptionRow> {
    const row = await readSubscription(this.pool, id, subscriberSeenBy(caller));
    if (!row) throw new ProblemError('not-found', `There is no subscription ${id}.`);
    return row;
  }

  /** Those that can get events of a type, with how far delivery has come. */
  async receiving(type: string, caller: Caller): Promise<Subscription[]> {
    // What is held in memory does not know what was confirmed since.
    const rows = await readSubscriptions(this.pool, this.subscriptions.receiving(type));
    return Promise.all(rows.map((row) => this.show(row, caller)));
  }

  /** As it is shown: with progress, without secrets. An agency is not told how many events there are, since they are not all its own. */
  async show(row: SubscriptionRow, { type }: Pick<Caller, 'type'>): Promise<Subscription> {
    const { log } = this;
    const { at, deliveredAt, failingSince } = await this.progressOf(row);
    return {
      ...row.wish,
      id: row.id,
      subscriber: row.subscriber,
      delivery: row.delivery,
      protocol: 'HTTP',
      status: row.status,
      ...(row.statusReason !== null && { statusReason: row.statusReason }),
      ordered: row.wish.ordered ?? false,
      progress: { cursor: log.cursors.of(at), ...(type !== 'agency' && { behind: Math.max(0, log.head - at) }) },
      ...(deliveredAt && { deliveredAt: deliveredAt.toISOString() }),
      ...(failingSince && { failingSince: failingSince.toISOString() }),
      createdBy: row.createdBy,
      createdAt: row.createdAt.toISOString(),
      ...(row.updatedBy && { updatedBy: row.updatedBy }),
      updatedAt: row.updatedAt.toISOString(),
      version: row.version,
    };
  }

  /** How far delivery has come, and how its webhook fares. */
  private async progressOf({ id, delivery, confirmed }: SubscriptionRow): Promise<Progress & { readonly at: number }> {
    if (delivery !== 'webhook') return { at: confirmed };
    const progress = await progressOf(this.pool, id);
    const { oldest, matched } = progress;
    return { ...progress, at: Math.max(confirmed, oldest === undefined ? (matched ?? 0) : oldest - 1) };
  }
}

/** Whose subscriptions are seen; undefined: everybody's. */
const subscriberSeenBy = (caller: Caller): string | undefined => (caller.type === 'operator' ? undefined : agencyOf(caller));
