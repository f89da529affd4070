import type { Pool } from 'pg';
import type { Follower } from '../adapters/postgres/follow.ts';
import { livingSubscriptions, type SubscriptionRow } from '../adapters/postgres/subscriptions.ts';
import { type Interest, interestOf } from '../domain/interest.ts';
import type { Grants } from './grants.ts';
import { Refreshed } from './refreshed.ts';

/** A subscription to which events are delivered by webhook. */
export interface WebhookSubscription {
  readonly id: string;
  readonly sink: string;
  readonly secrets: readonly string[];
  readonly ordered: boolean;
  readonly ratePerSecond?: number;
  readonly from: number;
}

interface Held {
  readonly row: SubscriptionRow;
  readonly webhook: WebhookSubscription | undefined;
  readonly interest: Interest;
}

/** The subscriptions that are not ended, held in memory with what each may and wants to receive. */
export class Subscriptions {
  private readonly grants: Grants;
  private readonly held: Refreshed;
  private byId = new Map<string, Held>();
  private active: readonly WebhookSubscription[] = [];

  constructor(pool: Pool, grants: Grants, log: { warn(details: object, message: string): void }) {
    this.grants = grants;
    this.held = new Refreshed(async () => this.take(await livingSubscriptions(pool)), log);
  }

  /** The active ones by webhook; the same objects as long as nothing about them has changed. */
  webhooks(): readonly WebhookSubscription[] {
    return this.active;
  }

  /** What a subscription wants and may have; nothing if it has ended. */
  interestOf({ id }: Pick<SubscriptionRow, 'id'>): Interest {
    return this.byId.get(id)?.interest ?? NOTHING;
  }

  /** Ids of those that can get events of a type. */
  receiving(type: string): string[] {
    return [...this.byId.values()].filter(({ interest }) => interest.types()?.includes(type)).map(({ row }) => row.id);
  }

  start(follower: Follower): Promise<void> {
    return this.held.start(follower, 'subscriptions');
  }

  stop(): Promise<void> {
    return this.held.stop();
  }

  /** Reads them anew, for whoever has changed them and must see it. */
  refresh(): Promise<void> {
    return this.held.refresh();
  }

  private take(rows: readonly SubscriptionRow[]): void {
    this.byId = new Map(
      rows.map((row) => {
        const known = this.byId.get(row.id);
        return [row.id, known && known.row.version === row.version && !secretIsOver(known) ? known : this.hold(row)];
      }),
    );
    this.active = [...this.byId.values()].flatMap(({ row, webhook }) => (webhook && row.status === 'active' ? [webhook] : []));
  }

  private hold(row: SubscriptionRow): Held {
    const { wish, subscriber } = row;
    return {
      row,
      webhook: webhookOf(row),
      interest: interestOf(wish, { agency: subscriber, grants: () => this.grants.of(subscriber), notices: true }),
    };
  }
}

const NOTHING: Interest = { types: () => [], matches: () => false, shape: ({ json }) => json };

function webhookOf(row: SubscriptionRow): WebhookSubscription | undefined {
  const { sink, ordered = false, ratePerSecond } = row.wish;
  if (row.delivery !== 'webhook' || sink === undefined) return undefined;
  return { id: row.id, sink, ordered, secrets: secretsInUse(row), from: row.confirmed, ...(ratePerSecond && { ratePerSecond }) };
}

/** The secrets that calls are signed with at this moment, the newest first. */
export const secretsInUse = ({ secrets }: Pick<SubscriptionRow, 'secrets'>): string[] =>
  secrets.filter(({ until }) => until === undefined || Date.parse(until) > Date.now()).map(({ secret }) => secret);

const secretIsOver = ({ row, webhook }: Held): boolean => webhook !== undefined && secretsInUse(row).length !== webhook.secrets.length;
