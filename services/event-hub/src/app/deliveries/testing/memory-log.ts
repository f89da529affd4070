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

  read(after: number, limit: number): Promise<LoggedEvent[]> {
    const first = after - (after % 2) + 2;
    const count = Math.max(0, Math.min(limit, (this.head - first) / 2 + 1));
    return Promise.resolve(Array.from({ length: count }, (_, i) => eventAt(first + 2 * i, this.cases)));
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
