import { type CloudEvent, eventHub, Problem } from '../../api/index.ts';
import { sessionEnded } from '../../app/session-ended.ts';
import type { EventQuery } from '../../parts/filter-line/index.ts';
import { EventBuffer, type Received } from './event-buffer.ts';
import { Paced } from './paced.ts';
import { Rate } from './rate.ts';
import { readStream } from '../../api/read-stream.ts';

/** Events of a page of history. */
const PAGE = 200;
/** Milliseconds before a stream that broke off is opened again. */
const AGAIN = 1_000;

/** Whether what is shown is live; away since when, in ms since 1970; refused: it will not be, with this filter or for this person. */
export type TailState =
  | { readonly kind: 'loading' | 'live' }
  | { readonly kind: 'away'; readonly since: number }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** The log under one filter: what has happened, read back page by page, and what happens, as it does. */
export class Tail {
  readonly buffer = new EventBuffer();
  readonly rate = new Rate();
  state: TailState = { kind: 'loading' };
  isReadingBack = false;
  /** Why the page before could not be read. */
  backFailure: unknown;
  /** Grows with each change, for who looks on. */
  version = 0;
  /** Says which log this is: another filter, another name. */
  readonly name: string;
  private readonly query: EventQuery;
  private readonly over = new AbortController();
  private readonly listeners = new Set<() => void>();
  private readonly paced = new Paced<Received>((batch) => this.take(batch));
  private cursor: string | undefined;

  constructor(query: EventQuery) {
    this.query = query;
    this.name = JSON.stringify(query);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Reads the newest page, then follows from where it was read: nothing falls between. */
  async start(): Promise<void> {
    while (!this.over.signal.aborted) {
      try {
        if (this.cursor === undefined) await this.readNewest();
        await this.follow();
        // It ended of its own accord, as it does when the token it was opened with expires: another one follows on.
        this.become({ kind: 'loading' });
      } catch (error) {
        if (this.over.signal.aborted) return;
        if (error instanceof Problem && this.isFinal(error)) return this.become({ kind: 'refused', problem: error });
        this.become({ kind: 'away', since: this.state.kind === 'away' ? this.state.since : Date.now() });
      }
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
    }
  }

  stop(): void {
    this.over.abort();
    this.paced.stop();
  }

  /** Reads the page before the oldest that is there. */
  async readBack(): Promise<void> {
    if (this.isReadingBack || !this.buffer.hasOlder || this.buffer.olderThan === undefined) return;
    this.isReadingBack = true;
    this.backFailure = undefined;
    try {
      await this.readPage();
    } catch (error) {
      if (!this.over.signal.aborted) this.backFailure = error;
    } finally {
      this.isReadingBack = false;
      this.changed();
    }
  }

  hold(): void {
    if (this.buffer.isHeld) return;
    this.buffer.hold();
    this.changed();
  }

  release(): void {
    if (!this.buffer.isHeld) return;
    this.buffer.release();
    this.changed();
  }

  private async readNewest(): Promise<void> {
    this.rate.knownSince(Date.now());
    this.cursor = await this.readPage();
    this.changed();
  }

  /** @returns where the log ended when the page was read */
  private async readPage(): Promise<string | undefined> {
    const { olderThan } = this.buffer;
    const query = { ...this.query, order: 'newest' as const, limit: PAGE, ...(olderThan !== undefined && { before: olderThan }) };
    const { data } = await eventHub.GET('/v1/events', { params: { query }, signal: this.over.signal });
    if (!data) return undefined;
    const { items, next, head, hasOlder = false } = data;
    for (const { event } of this.buffer.prepend({ items, next, hasOlder })) this.count(event);
    const oldest = items.at(-1);
    if (!hasOlder) this.rate.knownSince(0);
    else if (oldest) this.rate.knownSince(Date.parse(oldest.time));
    this.changed();
    return head;
  }

  private follow(): Promise<void> {
    const query = new URLSearchParams({ ...this.query, ...(this.cursor !== undefined && { after: this.cursor }) });
    return readStream({
      url: `/api/event-hub/v1/events/stream?${query.toString()}`,
      after: this.cursor,
      signal: this.over.signal,
      onOpen: () => {
        this.become({ kind: 'live' });
      },
      onEvent: (data, cursor) => {
        this.cursor = cursor;
        this.paced.push({ event: JSON.parse(data) as CloudEvent, cursor });
      },
    });
  }

  private take(batch: readonly Received[]): void {
    for (const { event } of this.buffer.receive(batch)) this.count(event);
    this.changed();
  }

  private count({ time }: CloudEvent): void {
    this.rate.count(Date.parse(time));
  }

  /** What another try does not mend: the filter is refused, the right is missing, nobody is signed in. */
  private isFinal({ status }: Problem): boolean {
    if (status === 401) sessionEnded.set();
    return status >= 400 && status < 500 && status !== 408 && status !== 429;
  }

  private become(state: TailState): void {
    this.state = state;
    this.changed();
  }

  private changed(): void {
    this.version++;
    for (const listener of this.listeners) listener();
  }
}
