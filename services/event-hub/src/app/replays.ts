import { inTransaction } from '@hengtong/persistence';
import type { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { insertDeliveries } from '../adapters/postgres/deliveries/index.ts';
import { advanceReplay, cancelOrphans, failedPositions, type ReplayRow, runningReplays } from '../adapters/postgres/replays.ts';
import type { LoggedEvent } from '../domain/logged-event.ts';
import type { EventLog } from './event-log.ts';
import type { Subscriptions, WebhookSubscription } from './subscriptions.ts';

/** Milliseconds between two steps. */
const STEP = 500;

interface Parts {
  readonly pool: Pool;
  readonly eventLog: EventLog;
  readonly subscriptions: Subscriptions;
  /** Whether this process is the one that delivers: it takes the steps as well. */
  delivers(): boolean;
  /** There are new deliveries. */
  made(): Promise<void>;
  readonly log: { warn(details: object, message: string): void };
}

/** Sends once more what was sent before, at a bounded rate: a step every half second makes deliveries, which go the way of all others. */
export class Replays {
  private readonly parts: Parts;
  private timer: NodeJS.Timeout | undefined;
  private stepping: Promise<void> | undefined;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  start(): void {
    this.timer = setInterval(() => {
      if (!this.parts.delivers()) return;
      this.stepping ??= this.step()
        .catch((err: unknown) => this.parts.log.warn({ err }, 'a replay cannot go on; trying again'))
        .finally(() => (this.stepping = undefined));
    }, STEP);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.stepping;
  }

  private async step(): Promise<void> {
    let made = 0;
    await cancelOrphans(this.parts.pool);
    for (const replay of await runningReplays(this.parts.pool)) {
      const subscription = this.parts.subscriptions.webhooks().find(({ id }) => id === replay.subscriptionId);
      // One that is paused or disabled waits until it is active again.
      if (subscription) made += await this.advance(replay, subscription);
    }
    if (made > 0) await this.parts.made();
  }

  private async advance(replay: ReplayRow, subscription: WebhookSubscription): Promise<number> {
    const { events, upTo } = await this.next(replay, Math.max(1, Math.round((replay.rate * STEP) / 1_000)));
    const interest = this.parts.subscriptions.interestOf(subscription);
    const due = events.filter(({ event }) => interest.matches(event)).map((logged) => deliveryOf(logged, replay, subscription));
    return inTransaction(this.parts.pool, async (db) => {
      // Cancelled meanwhile, or another process has gone on with it.
      if (!(await advanceReplay(db, replay, Math.min(upTo, replay.to), due.length))) return 0;
      if (due.length > 0) await insertDeliveries(db, due);
      return due.length;
    });
  }

  /** What comes next, and up to where nothing else does. */
  private async next(replay: ReplayRow, limit: number): Promise<{ events: LoggedEvent[]; upTo: number }> {
    const { pool, eventLog, subscriptions } = this.parts;
    if (replay.failedOnly) {
      const positions = await failedPositions(pool, replay, limit);
      const events = await eventLog.at(positions);
      const wanted = events.filter(({ subject }) => replay.caseId === null || subject === replay.caseId);
      return {
        events: wanted.toSorted((a, b) => a.position - b.position),
        upTo: positions.length < limit ? replay.to : (positions.at(-1) ?? replay.to),
      };
    }
    const types = subscriptions.interestOf({ id: replay.subscriptionId }).types();
    const { events, upTo } = await eventLog.read({ after: replay.at, limit, types, subject: replay.caseId ?? undefined });
    return { events: events.filter(({ position }) => position <= replay.to), upTo };
  }
}

function deliveryOf({ position, id, subject }: LoggedEvent, replay: ReplayRow, { ordered }: WebhookSubscription) {
  return {
    id: uuidv7(),
    subscriptionId: replay.subscriptionId,
    position,
    eventId: id,
    caseId: subject,
    lane: ordered ? subject : null,
    replayId: replay.id,
    attempts: 0,
    earlier: 0,
    since: null,
  };
}
