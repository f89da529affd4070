import type { Pool } from 'pg';
import {
  positionBefore,
  positionUpTo,
  readCursorKey,
  readEvents,
  readEventsAt,
  readEventsBack,
  type ReadEventsBack,
  type ReadEvents,
  readHead,
  type Reading,
  type ReadingBack,
} from '../adapters/postgres/read-events.ts';
import { Cursors } from '../domain/cursors.ts';
import { firstIdOf } from '../domain/first-id.ts';
import type { LoggedEvent } from '../domain/logged-event.ts';
import type { Follower } from '../adapters/postgres/follow.ts';

/** Events that are held in memory, because most who read are at the end of the log. */
const RECENT = 5_000;
/** Milliseconds after which the log is looked at though nothing was heard, and after which those who wait are woken though nothing came. */
const LOOK = 1_000;
const BEAT = 5_000;

/** The log of all events, as readers go through it. */
export class EventLog {
  private readonly pool: Pool;
  private readonly follower: Follower;
  private readonly log: { warn(details: object, message: string): void };
  /** The newest events, in order; all that lie beyond `forgotten`. */
  private recent: LoggedEvent[] = [];
  private forgotten = 0;
  private end = 0;
  private readonly waiting = new Set<() => void>();
  private reading: Promise<void> | undefined;
  private wanted = false;
  private readonly timers: NodeJS.Timeout[] = [];
  private made: Cursors | undefined;

  constructor(pool: Pool, follower: Follower, log: EventLog['log']) {
    this.pool = pool;
    this.follower = follower;
    this.log = log;
  }

  /** The newest position that this process has seen. */
  get head(): number {
    return this.end;
  }

  /** Positions as they are handed out. */
  get cursors(): Cursors {
    if (!this.made) throw new Error('the log is not followed yet');
    return this.made;
  }

  /** Whether there is a position: others may have seen it before this process has. */
  async reaches(position: number): Promise<boolean> {
    return position <= this.end || position <= (await readHead(this.pool));
  }

  /** Begins to follow the log. */
  async start(): Promise<void> {
    this.made = new Cursors(await readCursorKey(this.pool));
    this.end = this.forgotten = await readHead(this.pool);
    this.follower.on('log', () => this.look());
    this.timers.push(
      setInterval(() => this.look(), LOOK),
      setInterval(() => this.wakeAll(), BEAT),
    );
  }

  async stop(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.reading;
  }

  /** Reads on, from memory where it reaches that far back. */
  async read(reading: Reading): Promise<ReadEvents> {
    const { after, limit, types, subject } = reading;
    if (after < this.forgotten) return readEvents(this.pool, reading);
    const events: LoggedEvent[] = [];
    for (let index = firstBeyond(this.recent, after); index < this.recent.length; index++) {
      const logged = this.recent[index] as LoggedEvent;
      if (types && !types.includes(logged.event.type)) continue;
      if (subject !== undefined && logged.event.subject !== subject) continue;
      if (events.push(logged) === limit) return { events, upTo: logged.position };
    }
    return { events, upTo: Math.max(after, this.end) };
  }

  /** Reads back. Nobody follows the log that way, so it is not held in memory for it. */
  readBack(reading: ReadingBack): Promise<ReadEventsBack> {
    return readEventsBack(this.pool, reading);
  }

  /** The position behind which all lies that has happened at a time (RFC 3339) or after it. */
  before(time: string): Promise<number> {
    return positionBefore(this.pool, firstIdOf(Date.parse(time)));
  }

  /** The position up to which all lies that has happened before a time (RFC 3339). */
  upTo(time: string): Promise<number> {
    return positionUpTo(this.pool, firstIdOf(Date.parse(time)));
  }

  /** The events at these positions, in any order; one that is not kept any more is left out. */
  at(positions: readonly number[]): Promise<LoggedEvent[]> {
    return readEventsAt(this.pool, positions);
  }

  /**
   * Resolves when there is something beyond a position, when `signal` says that nobody waits for it any more, and every 5 seconds: who
   * waits with others has no need of a timer of its own.
   */
  moved(after: number, signal: AbortSignal): Promise<void> {
    if (this.end > after || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  /** Reads what is new, once for all who wait for it. What is heard meanwhile is read after it. */
  private look(): void {
    if (this.reading) return void (this.wanted = true);
    this.reading = this.readNew()
      .catch((err: unknown) => this.log.warn({ err }, 'the log cannot be read; trying again'))
      .finally(() => {
        this.reading = undefined;
        if (this.wanted) this.look();
      });
  }

  private async readNew(): Promise<void> {
    this.wanted = false;
    for (let more = true; more;) {
      const { events, upTo } = await readEvents(this.pool, { after: this.end, limit: 1_000 });
      if (upTo === this.end) return;
      this.keep(events);
      this.end = upTo;
      this.wakeAll();
      more = events.length === 1_000;
    }
  }

  private wakeAll(): void {
    for (const wake of this.waiting) wake();
  }

  private keep(events: readonly LoggedEvent[]): void {
    this.recent.push(...events);
    if (this.recent.length <= 2 * RECENT) return;
    this.recent = this.recent.slice(-RECENT);
    this.forgotten = (this.recent[0] as LoggedEvent).position - 1;
  }
}

/** The index of the first event beyond a position. */
function firstBeyond(events: readonly LoggedEvent[], after: number): number {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((events[middle] as LoggedEvent).position <= after) low = middle + 1;
    else high = middle;
  }
  return low;
}
