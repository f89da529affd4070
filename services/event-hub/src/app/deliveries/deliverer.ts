import type { HotClient } from '@hengtong/persistence';
import type { Pool } from 'pg';
import type { Outcome } from '../../adapters/postgres/deliveries/index.ts';
import { LONG } from '../../domain/pace.ts';
import type { Aftermath } from './aftermath.ts';
import { attempt, type AttemptOptions } from './attempt.ts';
import { EventCache } from './event-cache.ts';
import { interval } from './interval.ts';
import type { Line, Wish } from './line.ts';
import { Lines } from './lines.ts';
import type { Made } from './matcher.ts';
import { cancelled } from './outcome-of.ts';
import type { EventLog, LoggedEvent, Subscribers } from './ports.ts';
import { readDue } from './read-due.ts';
import { Recorder } from './recorder.ts';

/**
 * The most attempts that are not recorded at any moment: if the process is killed, that many are made twice (issue 6 allows 50). Those
 * at endpoints that need more than a second do not count.
 */
const PLACES = 40;
/** Milliseconds between two looks for what is due again, and at which subscriptions there are. */
const LOOK = 1_000;

export interface DelivererOptions<Event extends LoggedEvent> extends AttemptOptions {
  readonly log: EventLog<Event>;
  readonly subscribers: Subscribers<Event>;
  readonly pool: Pool;
  readonly hot: HotClient;
  readonly aftermath: Aftermath;
}

/** Makes the deliveries that are due, each subscription's from a line of its own, so that none waits for another's endpoint. */
export class Deliverer<Event extends LoggedEvent> {
  private readonly options: DelivererOptions<Event>;
  private readonly events: EventCache<Event>;
  private readonly recorder: Recorder;
  private readonly lines: Lines<Event>;
  /** Lines in which something waits; whose turn it was goes to the end. */
  private readonly ready = new Set<Line<Event>>();
  private readonly underWay = new Set<Promise<unknown>>();
  private readonly signal: AbortSignal;
  private free = PLACES;
  private turning = false;
  private alarm: NodeJS.Timeout | undefined;

  /** @param signal once it is aborted, nothing more is sent. */
  constructor(options: DelivererOptions<Event>, signal: AbortSignal) {
    this.options = options;
    this.signal = signal;
    this.events = new EventCache(options.log);
    this.lines = new Lines(options.pool, options.subscribers);
    this.recorder = new Recorder(options.hot, options.logger, signal);
  }

  /** Until the signal is aborted and all that was under way is recorded. @throws what the database throws at the beginning. */
  async run(): Promise<void> {
    await this.lines.open();
    while (!this.signal.aborted) {
      await this.look().catch((err: unknown) => this.options.logger.warn({ err }, 'what is due could not be read; trying again'));
      await interval(LOOK, this.signal);
    }
    clearTimeout(this.alarm);
    while (this.underWay.size > 0) await Promise.all(this.underWay);
    await this.recorder.drained();
  }

  /** Takes deliveries that were just made. */
  take(made: readonly Made<Event>[]): void {
    for (const [id, own] of Map.groupBy(made, ({ subscriptionId }) => subscriptionId)) {
      // One that has no line yet gets it at the next look, and reads them from the database.
      const line = this.lines.get(id);
      if (!line) continue;
      line.take(own);
      this.refill(line);
      this.turnSoon(line);
    }
  }

  /** Looks which subscriptions there are, and what has become due. */
  async look(): Promise<void> {
    for (const line of await this.lines.update()) {
      line.behind = true;
      this.refill(line);
    }
  }

  /** Reads more for a line that has little. */
  private refill(line: Line<Event>): void {
    if (!line.wants || this.signal.aborted) return;
    line.startsLoading();
    this.track(
      this.load(line)
        .catch((err: unknown) => {
          line.behind = true;
          this.options.logger.warn({ err }, 'deliveries could not be read; trying again');
          return interval(LOOK, this.signal);
        })
        .finally(() => {
          line.stopsLoading();
          this.refill(line);
          this.turnSoon(line);
        }),
    );
  }

  private async load(line: Line<Event>): Promise<void> {
    const { due, lost, isAll } = await readDue(this.options.pool, this.events, line.wish.subscription, line.holds);
    if (!isAll) line.behind = true;
    for (const one of lost) this.recorder.add(cancelled(one), () => undefined);
    line.add(due);
  }

  private turnSoon(line?: Line<Event>): void {
    if (line && line.waiting > 0) this.ready.add(line);
    if (this.turning || this.ready.size === 0) return;
    this.turning = true;
    setImmediate(() => {
      this.turning = false;
      if (!this.signal.aborted) this.turn();
    });
  }

  /** Sends what may be sent now, one delivery of each line after the other. */
  private turn(): void {
    clearTimeout(this.alarm);
    const now = Date.now();
    let sleep = Number.POSITIVE_INFINITY;
    const sent = (line: Line<Event>): boolean => {
      if (line.waiting === 0) this.ready.delete(line);
      const next = this.free > 0 || line.endpoint.slow ? line.next(now) : undefined;
      if (typeof next === 'number') sleep = Math.min(sleep, next);
      if (typeof next !== 'object') return false;
      this.ready.delete(line);
      if (line.waiting > 0) this.ready.add(line);
      this.send(line, next);
      this.refill(line);
      return line.waiting > 0;
    };
    for (let lines = [...this.ready]; lines.length > 0;) lines = lines.filter(sent);
    if (sleep < Number.POSITIVE_INFINITY) this.alarm = setTimeout(() => this.turnSoon(), Math.min(sleep, LOOK));
  }

  private send(line: Line<Event>, due: Made<Event>): void {
    let holdsPlace = !line.endpoint.slow;
    if (holdsPlace) this.free--;
    const giveBack = (): void => {
      if (holdsPlace) this.free++;
      holdsPlace = false;
    };
    const { endpoint } = line;
    const long = setTimeout(() => {
      endpoint.takesLong();
      giveBack();
      this.turnSoon(line);
    }, LONG);
    const ended = (outcome: Outcome): void => {
      clearTimeout(long);
      line.ended(due, outcome.status === 'pending');
      this.recorder.add(outcome, () => {
        giveBack();
        line.recorded(due);
        this.refill(line);
        this.turnSoon(line);
      });
      this.turnSoon(line);
    };
    this.track(this.attempt(line, due).then(ended));
  }

  private async attempt(line: Line<Event>, due: Made<Event>): Promise<Outcome> {
    const { endpoint, wish } = line;
    const { outcome, verdict, notice } = await attempt(this.options, wish, endpoint, due);
    const { aftermath } = this.options;
    if (verdict === 'gone') this.end(line, wish, aftermath.gone(wish.subscription));
    else if (notice === 100) this.end(line, wish, aftermath.failing(wish.subscription, endpoint, notice));
    else if (notice) this.track(aftermath.failing(wish.subscription, endpoint, notice));
    return outcome;
  }

  /** Halts a line whose subscription is about to end or to be disabled, unless that fails. */
  private end(line: Line<Event>, wish: Wish<Event>, ended: Promise<boolean>): void {
    line.halt();
    this.track(
      ended.then((done) => {
        if (!done && line.wish === wish) line.resume(wish);
      }),
    );
  }

  /** Work that a stop waits for. It never rejects. */
  private track(work: Promise<unknown>): void {
    const tracked = work.finally(() => this.underWay.delete(tracked));
    this.underWay.add(tracked);
  }
}
