import { LRUCache } from 'lru-cache';
import type { EventLog, LoggedEvent } from './ports.ts';

/** Characters of events that are kept for the next subscription that wants the same ones. */
const KEPT = 16_000_000;

/** Reads events by position, recent ones from memory: mostly several subscriptions want the same. */
export class EventCache<Event extends LoggedEvent> {
  private readonly log: EventLog<Event>;
  private readonly cache = new LRUCache<number, Event>({ maxSize: KEPT, sizeCalculation: ({ json }) => json.length + 1 });

  constructor(log: EventLog<Event>) {
    this.log = log;
  }

  /** Those that the log keeps, by position. */
  async at(positions: readonly number[]): Promise<ReadonlyMap<number, Event>> {
    const found = new Map<number, Event>();
    const missing: number[] = [];
    for (const position of new Set(positions)) {
      const event = this.cache.get(position);
      if (event) found.set(position, event);
      else missing.push(position);
    }
    if (missing.length === 0) return found;
    for (const event of await this.log.at(missing)) {
      this.cache.set(event.position, event);
      found.set(event.position, event);
    }
    return found;
  }
}
