import type { Pool } from 'pg';
import { keepBudget, readBudgets, whichAreDue } from '../../adapters/postgres/deliveries/index.ts';
import type { FailureBudget } from '../../domain/failure-budget.ts';
import { Line, type Wish } from './line.ts';
import type { LoggedEvent, Subscribers } from './ports.ts';

/** One line for each subscription. */
export class Lines<Event extends LoggedEvent> {
  private readonly pool: Pool;
  private readonly subscribers: Subscribers<Event>;
  private readonly lines = new Map<string, Line<Event>>();
  private budgets = new Map<string, FailureBudget>();

  constructor(pool: Pool, subscribers: Subscribers<Event>) {
    this.pool = pool;
    this.subscribers = subscribers;
  }

  /** Undefined for one that came since the last update. */
  get(subscriptionId: string): Line<Event> | undefined {
    return this.lines.get(subscriptionId);
  }

  /** Reads who was failing when this process took over. */
  async open(): Promise<void> {
    this.budgets = await readBudgets(this.pool);
  }

  /** Brings the lines up to date with the subscriptions. @returns those that have something due in the database. */
  async update(): Promise<Line<Event>[]> {
    const active = new Map(this.subscribers.webhooks().map((subscription) => [subscription.id, subscription]));
    for (const [id, line] of this.lines) {
      if (!active.has(id)) line.halt();
      if (line.endpoint.changed) {
        line.endpoint.changed = false;
        await keepBudget(this.pool, id, line.endpoint.budget);
      }
      if (!active.has(id) && line.isDone) this.lines.delete(id);
    }
    for (const [id, subscription] of active) {
      const line = this.lines.get(id);
      const wish = (): Wish<Event> => ({ subscription, interest: this.subscribers.interestOf(subscription) });
      if (!line) this.lines.set(id, new Line(wish(), this.budgets.get(id)));
      else if (line.wish.subscription !== subscription) line.resume(wish());
      // Whoever goes and comes back begins anew.
      this.budgets.delete(id);
    }
    const due = await whichAreDue(this.pool, [...active.keys()]);
    return due.flatMap((id) => this.lines.get(id) ?? []);
  }
}
