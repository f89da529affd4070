import { type Actor, type ChangeSubscription, type CreateSubscription, EVENT_HUB, hubEvents, type Subscription } from '@hengtong/contracts';
import type { BatchRunner } from '@hengtong/messaging';
import { actorOf, type Caller, ProblemError, requireIfMatch } from '@hengtong/platform';
import type { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { settlePending } from '../adapters/postgres/deliveries/index.ts';
import {
  confirmUpTo,
  insertSubscription,
  readSubscription,
  type SubscriptionChange,
  type SubscriptionRow,
  type SubscriptionWish,
  updateSubscription,
} from '../adapters/postgres/subscriptions.ts';
import { newSecret } from '../adapters/webhook/index.ts';
import { consequencesOf, rateOf } from './consequences.ts';
import { positionOf } from './cursor.ts';
import type { EventLog } from './event-log.ts';
import type { Grants } from './grants.ts';
import type { Sinks } from './sinks.ts';
import type { Subscriptions } from './subscriptions.ts';
import { subscriptionFaults } from './subscription-faults.ts';
import type { Catalogue } from './catalogue.ts';
import { tell } from './tell.ts';
import { forWhom } from './for-whom.ts';
import type { ShowSubscriptions } from './show-subscriptions.ts';

/** Who is named as having changed what nobody asked for. */
const ITSELF: Actor = { type: 'service', id: EVENT_HUB };
/** Milliseconds for which calls are signed with the old secret beside the new one: a day, to change over in. */
const OVERLAP = 86_400_000;
/** Secrets of before that are still signed with: each makes every call longer. */
const MOST_SECRETS = 4;

interface Parts {
  readonly pool: Pool;
  readonly log: EventLog;
  readonly catalogue: Catalogue;
  readonly grants: Grants;
  readonly subscriptions: Subscriptions;
  readonly seen: ShowSubscriptions;
  readonly sinks: Sinks;
  readonly runner: BatchRunner;
}

/** What subscribers do with their subscriptions. */
export class ManageSubscriptions {
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** A webhook is active when its sink has agreed; until then nothing is delivered, and nothing is lost. The secret is shown this once. */
  async create(body: CreateSubscription, caller: Caller): Promise<Subscription> {
    const { agency, delivery, secret = newSecret(), start, protocol: _, ...wish } = body;
    const subscriber = this.subscriberFor(agency, caller);
    this.check(wish, delivery);
    const confirmed = await this.startOf(start);
    const consent = delivery === 'webhook' ? await this.parts.sinks.ask(wish.sink ?? '') : undefined;
    const row = await insertSubscription(this.parts.pool, {
      id: uuidv7(),
      subscriber,
      delivery,
      status: consent?.refused === undefined ? 'active' : 'unverified',
      statusReason: consent?.refused ?? null,
      wish: { ...wish, ...rateOf(wish, consent?.perSecond) },
      secrets: delivery === 'webhook' ? [{ secret }] : [],
      confirmed,
      createdBy: actorOf(caller),
    });
    await this.parts.subscriptions.refresh();
    return { ...(await this.parts.seen.show(row, caller)), ...(delivery === 'webhook' && { secret }) };
  }

  /** Changes what is wished, pauses, or brings back what was paused, disabled or not agreed to. */
  async change(id: string, ifMatch: string | undefined, change: ChangeSubscription, caller: Caller): Promise<Subscription> {
    const row = await this.parts.seen.find(id, caller);
    requireIfMatch(ifMatch, row.version);
    const { status, ...changes } = change;
    const wish = Object.fromEntries(
      Object.entries({ ...row.wish, ...changes }).filter(([, value]) => value !== null && value !== undefined),
    ) as SubscriptionWish;
    this.check(wish, row.delivery);
    return this.parts.seen.show(
      await this.write(row, { wish, ...(await consequencesOf(this.parts.sinks, row, status, wish)) }, actorOf(caller)),
      caller,
    );
  }

  /** From now on calls are signed with a new secret, and for a day with the one before as well. */
  async rotateSecret(id: string, given: string | undefined, caller: Caller): Promise<Subscription> {
    const row = await this.parts.seen.find(id, caller);
    if (row.delivery !== 'webhook') throw new ProblemError('conflict', 'Only calls of webhooks are signed.');
    const until = new Date(Date.now() + OVERLAP).toISOString();
    const secret = given ?? newSecret();
    const [current, ...older] = row.secrets;
    const still = older.filter((each) => each.until !== undefined && Date.parse(each.until) > Date.now());
    if (still.length >= MOST_SECRETS) throw new ProblemError('conflict', 'The secrets of before are still in use: wait a day.');
    const secrets = [{ secret }, ...(current ? [{ secret: current.secret, until }] : []), ...still];
    return { ...(await this.parts.seen.show(await this.write(row, { secrets }, actorOf(caller)), caller)), secret };
  }

  /** Ends a subscription for good. */
  async end(id: string, caller: Caller): Promise<void> {
    const row = await this.parts.seen.find(id, caller);
    await this.write(row, { status: 'ended', statusReason: 'deleted' }, actorOf(caller));
    await settlePending(this.parts.pool, id, 'cancelled');
    await this.tellEnd(row, 'deleted');
  }

  /** All up to a cursor has arrived. */
  async confirm(id: string, cursor: string, caller: Caller): Promise<Subscription> {
    const row = await this.parts.seen.find(id, caller);
    if (row.delivery !== 'pull') throw new ProblemError('conflict', 'Only what is pulled is confirmed.');
    await confirmUpTo(this.parts.pool, id, (await positionOf(this.parts.log, cursor)) ?? 0);
    return this.parts.seen.show(await this.parts.seen.find(id, caller), caller);
  }

  /** Something that no subscriber asked for: it was disabled, or its sink said that it is gone. */
  async settle(id: string, status: 'disabled' | 'ended', reason: 'failing' | 'gone'): Promise<void> {
    const row = await readSubscription(this.parts.pool, id, undefined);
    if (!row || row.status === status || row.status === 'ended') return;
    const data = { subscription: id, subscriber: row.subscriber };
    // Told first: if what follows fails, this is done again, and once it is written it is not.
    if (status === 'ended') await this.tellEnd(row, 'gone');
    else await tell(this.parts.runner, hubEvents.subscriptionDisabled, id, { ...data, reason });
    await this.write(row, { status, statusReason: reason }, ITSELF);
  }

  /** Tells a subscriber how much of the failure budget is used up. */
  async warn(id: string, percent: 50 | 70 | 90 | 100): Promise<void> {
    const row = await readSubscription(this.parts.pool, id, undefined);
    if (!row) return;
    await tell(this.parts.runner, hubEvents.subscriptionFailing, id, { subscription: id, subscriber: row.subscriber, percent });
  }

  /** An operator subscribes for an agency that may receive something: for any other it would be a slip of the pen. */
  private subscriberFor(named: string | undefined, caller: Caller): string {
    const agency = forWhom(named, caller);
    const has = caller.type !== 'operator' || this.parts.grants.of(agency).some(({ until }) => until > Date.now());
    if (has) return agency;
    const detail = `names ${agency}, which has been granted nothing: a grant comes first (POST /v1/grants)`;
    throw new ProblemError('unprocessable', `/agency ${detail}.`, { errors: [{ pointer: '/agency', detail }] });
  }

  private check(wish: SubscriptionWish, delivery: SubscriptionRow['delivery']): void {
    const faults = subscriptionFaults(wish, delivery, this.parts.catalogue, this.parts.sinks.policy);
    if (faults[0]) throw new ProblemError('unprocessable', `${faults[0].pointer} ${faults[0].detail}.`, { errors: faults });
  }

  private async startOf(start: CreateSubscription['start'] = 'now'): Promise<number> {
    if (start === 'now') return this.parts.log.head;
    if ('time' in start) return this.parts.log.before(start.time);
    return (await positionOf(this.parts.log, start.cursor)) ?? 0;
  }

  private async write(row: SubscriptionRow, change: SubscriptionChange, by: Actor): Promise<SubscriptionRow> {
    if (row.status === 'ended') throw new ProblemError('conflict', 'This subscription has ended for good: make a new one.');
    const written = await updateSubscription(this.parts.pool, row, change, by);
    if (!written) throw new ProblemError('precondition-failed', 'It has changed, or ended, meanwhile. Read it again, then decide.');
    await this.parts.subscriptions.refresh();
    return written;
  }

  private tellEnd({ id, subscriber }: SubscriptionRow, reason: 'gone' | 'deleted'): Promise<void> {
    return tell(this.parts.runner, hubEvents.subscriptionEnded, id, { subscription: id, subscriber, reason });
  }
}
