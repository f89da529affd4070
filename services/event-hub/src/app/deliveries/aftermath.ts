import type { Pool } from 'pg';
import { keepBudget, settlePending } from '../../adapters/postgres/deliveries/index.ts';
import type { Notice } from '../../domain/failure-budget.ts';
import type { Endpoint } from './endpoint.ts';
import type { Consequences, Log, Subscription } from './ports.ts';

/** What follows when an endpoint is gone or fails for long. */
export class Aftermath {
  private readonly pool: Pool;
  private readonly consequences: Consequences;
  private readonly log: Log;
  private readonly acting = new Map<string, Promise<boolean>>();

  constructor(pool: Pool, consequences: Consequences, log: Log) {
    this.pool = pool;
    this.consequences = consequences;
    this.log = log;
  }

  /** The endpoint has said that it is gone. @returns whether the subscription has ended now. */
  gone(subscription: Subscription): Promise<boolean> {
    return this.once(`${subscription.id} gone`, async () => {
      await this.consequences.unsubscribe(subscription);
      await settlePending(this.pool, subscription.id, 'cancelled');
    });
  }

  /** So much of the failure budget is used up. @returns whether it is told, and with the last of it, the subscription disabled. */
  failing(subscription: Subscription, endpoint: Endpoint, notice: Notice): Promise<boolean> {
    return this.once(`${subscription.id} ${notice}`, async () => {
      await this.consequences.notify(subscription, 'failing', notice);
      if (notice === 100) {
        await this.consequences.disable(subscription);
        await settlePending(this.pool, subscription.id, 'failed');
      }
      endpoint.told(notice);
      await keepBudget(this.pool, subscription.id, endpoint.budget);
    });
  }

  /** Attempts that end at the same time have one consequence. What fails is done again when the endpoint fails again. */
  private once(what: string, act: () => Promise<void>): Promise<boolean> {
    let acting = this.acting.get(what);
    if (!acting) {
      acting = act()
        .then(
          () => true,
          (err: unknown) => {
            this.log.warn({ err, what }, 'a failing endpoint had no consequence; trying again when it fails again');
            return false;
          },
        )
        .finally(() => this.acting.delete(what));
      this.acting.set(what, acting);
    }
    return acting;
  }
}
