import type { HotClient } from '@hengtong/persistence';
import type { ClientBase, Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { type Due, insertDeliveries, moveMark, moveMarkOf, readMarks, setMarks } from '../../adapters/postgres/deliveries/index.ts';
import type { EventLog, LoggedEvent, Subscribers, Subscription } from './ports.ts';

/** Events that are matched in one transaction, and the deliveries at which a transaction ends sooner. */
const [EVENTS, DELIVERIES] = [500, 5_000];
/** Milliseconds after which the subscriptions are looked at though nothing has come. */
const LOOK = 1_000;

/** A delivery that was just made, with its event. */
export type Made<Event extends LoggedEvent> = Due & { readonly event: Event };

export interface MatcherOptions<Event extends LoggedEvent> {
  readonly log: EventLog<Event>;
  readonly subscribers: Subscribers<Event>;
  readonly pool: Pool;
  readonly hot: HotClient;
  /** Told of deliveries right after they are committed. */
  readonly made: (deliveries: readonly Made<Event>[]) => void;
}

/**
 * Makes deliveries of events. All active subscriptions go along with one mark in the log. One that begins further back, or was not
 * active for a while, has a mark of its own until it has caught up, so that it misses nothing and nobody waits for it.
 */
export class Matcher<Event extends LoggedEvent> {
  private readonly options: MatcherOptions<Event>;
  private mark = 0;
  private turns = 0;
  private apart = new Map<string, number | null>();

  constructor(options: MatcherOptions<Event>) {
    this.options = options;
  }

  /** Until the signal is aborted. @throws what the database throws, `MarkMoved` among it: then start anew from what it holds. */
  async run(signal: AbortSignal): Promise<void> {
    const { position, apart } = await readMarks(this.options.pool);
    this.mark = position;
    this.apart = new Map(apart);
    while (!signal.aborted) {
      await this.keepApart();
      const behind = this.options.subscribers.webhooks().filter(({ id }) => typeof this.apart.get(id) === 'number');
      // One step of one of them, so that those that go along do not wait for all that are behind.
      const next = behind[this.turns++ % behind.length];
      if (next) await this.catchUp(next);
      if (this.options.log.head > this.mark) await this.advance();
      else if (behind.length === 0) await this.wait(signal);
    }
  }

  /** Gives subscriptions that came, came back or went the marks that they need. */
  private async keepApart(): Promise<void> {
    const active = this.options.subscribers.webhooks();
    const changed = new Map<string, number | null>();
    for (const { id, from } of active) {
      const known = this.apart.get(id);
      if (known === null) continue;
      const position = Math.max(known ?? from, from);
      if (position !== known) changed.set(id, position);
    }
    const ids = new Set(active.map(({ id }) => id));
    // It went along up to here; if it comes back, this is where it goes on.
    for (const [id, position] of this.apart) if (position === null && !ids.has(id)) changed.set(id, this.mark);
    if (changed.size === 0) return;
    await setMarks(this.options.pool, changed);
    for (const [id, position] of changed) this.apart.set(id, position);
  }

  /** One step of a subscription that is behind the common mark. */
  private async catchUp(subscription: Subscription): Promise<void> {
    const from = this.apart.get(subscription.id) ?? this.mark;
    const { events, upTo } = from < this.mark ? await this.options.log.read({ after: from, limit: EVENTS }) : NOTHING;
    const missing = events.filter(({ position }) => position <= this.mark);
    const reached = from < this.mark && upTo < this.mark ? upTo : null;
    await this.make(this.match(missing, [subscription]).made, (db) => moveMarkOf(db, subscription.id, from, reached));
    this.apart.set(subscription.id, reached);
  }

  /** One step of all that go along. */
  private async advance(): Promise<void> {
    const along = this.options.subscribers.webhooks().filter(({ id }) => this.apart.get(id) === null);
    const { log } = this.options;
    // What nobody wants need not be read.
    const { events, upTo } = along.length > 0 ? await log.read({ after: this.mark, limit: EVENTS }) : { events: [], upTo: log.head };
    const { made, cutAt } = this.match(events, along);
    const to = cutAt ?? upTo;
    if (to === this.mark) return;
    await this.make(made, (db) => moveMark(db, this.mark, to));
    this.mark = to;
  }

  /** `cutAt`: so many deliveries as one transaction takes came of the events up to here. */
  private match(events: readonly Event[], subscriptions: readonly Subscription[]): { made: Made<Event>[]; cutAt?: number } {
    const wanted = subscriptions.map((subscription) => ({ subscription, interest: this.options.subscribers.interestOf(subscription) }));
    const made: Made<Event>[] = [];
    for (const event of events) {
      for (const { subscription, interest } of wanted) {
        if (event.position > subscription.from && interest.matches(event)) made.push(deliveryOf(event, subscription));
      }
      if (made.length >= DELIVERIES) return { made, cutAt: event.position };
    }
    return { made };
  }

  /**
   * Committed without waiting for the disk: if the database fails in the next moment, mark and deliveries are lost together, and with them
   * all that was recorded of these, so that they are made again, with the same `webhook-id`.
   */
  private async make(made: readonly Made<Event>[], move: (db: ClientBase) => Promise<void>): Promise<void> {
    await this.options.hot.transaction(async (db, withCommit) => {
      withCommit(db.query('set local synchronous_commit = off'));
      const moved = move(db);
      if (made.length > 0) withCommit(insertDeliveries(db, made));
      await moved;
    });
    if (made.length > 0) this.options.made(made);
  }

  private async wait(signal: AbortSignal): Promise<void> {
    // `AbortSignal.any` would tie each of these waits to a signal that lives as long as the process.
    const enough = new AbortController();
    const end = (): void => enough.abort();
    const timer = setTimeout(end, LOOK);
    signal.addEventListener('abort', end);
    try {
      await this.options.log.moved(this.mark, enough.signal).catch(ignoreAbort);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
    }
  }
}

const NOTHING = { events: [], upTo: 0 };

/** That nothing has come in time is no failure. */
function ignoreAbort(error: unknown): void {
  const { name } = error as { name?: unknown };
  if (name !== 'AbortError') throw error;
}

function deliveryOf<Event extends LoggedEvent>(event: Event, { id, ordered }: Subscription): Made<Event> {
  return {
    id: uuidv7(),
    subscriptionId: id,
    position: event.position,
    eventId: event.id,
    caseId: event.subject,
    lane: ordered ? event.subject : null,
    replayId: null,
    attempts: 0,
    earlier: 0,
    since: null,
    event,
  };
}
