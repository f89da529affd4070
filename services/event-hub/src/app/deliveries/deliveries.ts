import { hotClient } from '@hengtong/persistence';
import type { Pool } from 'pg';
import { keepPartitions, whileHoldingLease } from '../../adapters/postgres/deliveries/index.ts';
import { Aftermath } from './aftermath.ts';
import type { AttemptOptions } from './attempt.ts';
import { Deliverer } from './deliverer.ts';
import { Matcher } from './matcher.ts';
import type { Consequences, EventLog, LoggedEvent, Subscribers } from './ports.ts';

/** Milliseconds between two looks at the partitions. */
const HOURLY = 3_600_000;

export interface DeliveriesOptions<Event extends LoggedEvent> extends AttemptOptions {
  /** The database of the hub, for connections of its own. */
  readonly url: string;
  readonly pool: Pool;
  /** Of the service; what `pg_stat_activity` shows. */
  readonly name: string;
  readonly log: EventLog<Event>;
  readonly subscribers: Subscribers<Event>;
  readonly consequences: Consequences;
}

/**
 * Delivers events by webhook, at least once, with the same `webhook-id` each time. Of several processes one delivers; when it ends,
 * another goes on within seconds.
 */
export class Deliveries<Event extends LoggedEvent> {
  private readonly options: DeliveriesOptions<Event>;
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private deliverer: Deliverer<Event> | undefined;

  constructor(options: DeliveriesOptions<Event>) {
    this.options = options;
  }

  /** Whether this process is the one that delivers. */
  get delivers(): boolean {
    return this.deliverer !== undefined;
  }

  /** Waits for its turn in the background, then delivers until it is stopped. */
  start(): void {
    this.running ??= whileHoldingLease({ ...this.options, log: this.options.logger }, this.stopping.signal, (signal) =>
      this.deliver(signal),
    );
  }

  /** Sends nothing more, waits for what is under way (10 s at the most) until it is recorded, and lets another process go on. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Something was sent again, or a subscription changed: looks at once instead of within a second. Harmless where it does not deliver. */
  async look(): Promise<void> {
    await this.deliverer?.look();
  }

  private async deliver(signal: AbortSignal): Promise<void> {
    const { url, name, pool, consequences, logger } = this.options;
    await keepPartitions(pool, Date.now());
    // One connection to match, one to record.
    const hot = hotClient({ url, name: `${name} deliveries`, log: logger, max: 2 });
    const failed = new AbortController();
    const until = AbortSignal.any([signal, failed.signal]);
    const deliverer = new Deliverer({ ...this.options, hot, aftermath: new Aftermath(pool, consequences, logger) }, until);
    const matcher = new Matcher({ ...this.options, hot, made: (deliveries) => deliverer.take(deliveries) });
    const partitions = setInterval(() => {
      keepPartitions(pool, Date.now()).catch((err: unknown) =>
        logger.warn({ err }, 'partitions could not be kept up; trying again in an hour'),
      );
    }, HOURLY);
    this.deliverer = deliverer;
    try {
      const all = [deliverer.run(), matcher.run(until)];
      for (const each of all) each.catch(() => failed.abort());
      const outcomes = await Promise.allSettled(all);
      for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
    } finally {
      this.deliverer = undefined;
      clearInterval(partitions);
      await hot.close();
    }
  }
}
