import type { EventLog, LoggedEvent } from '../ports.ts';

/** An event that is told by its position: the same in each process that makes it. */
export function eventAt(position: number, cases: number): LoggedEvent {
  const [id, subject] = [`event-${position}`, `case-${position % cases}`];
  return { position, id, subject, json: JSON.stringify({ id, subject, data: { position } }) };
}

/** A log in memory. Its positions have gaps: only even ones are events. */
export class MemoryLog implements EventLog {
  head = 0;
  private readonly cases: number;
  private readonly waiting = new Set<() => void>();

  constructor(cases = 10) {
    this.cases = cases;
  }

  append(events: number): void {
    this.head += 2 * events;
    for (const wake of this.waiting) wake();
    this.waiting.clear();
  }

  read({ after, limit, subject }: { after: number; limit: number; subject?: string }): Promise<{ events: LoggedEvent[]; upTo: number }> {
    const events: LoggedEvent[] = [];
    for (let position = after - (after % 2) + 2; position <= this.head && events.length < limit; position += 2) {
      const event = eventAt(position, this.cases);
      if (subject === undefined || event.subject === subject) events.push(event);
    }
    return Promise.resolve({ events, upTo: events.length < limit ? this.head : events.at(-1)!.position });
  }

  at(positions: readonly number[]): Promise<LoggedEvent[]> {
    return Promise.resolve(positions.filter((position) => position <= this.head).map((position) => eventAt(position, this.cases)));
  }

  moved(after: number, signal: AbortSignal): Promise<void> {
    if (this.head > after) return Promise.resolve();
    return new Promise((resolve) => {
      this.waiting.add(resolve);
      signal.addEventListener('abort', () => {
        this.waiting.delete(resolve);
        resolve();
      });
    });
  }
}
