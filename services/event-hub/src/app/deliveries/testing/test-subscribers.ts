import { randomUUID } from 'node:crypto';
import { newSecret } from '../../../adapters/webhook/index.ts';
import type { Interest, LoggedEvent, Subscribers, Subscription } from '../ports.ts';

/** A subscription to a sink, from the beginning of the log unless told. */
export const subscriptionTo = (sink: string, more: Partial<Subscription> = {}): Subscription => ({
  id: randomUUID(),
  sink,
  secrets: [newSecret()],
  ordered: false,
  from: 0,
  ...more,
});

/** Subscriptions that a test changes as it likes; each wants all events unless told. */
export class TestSubscribers implements Subscribers {
  active: Subscription[];
  wants: (subscription: Subscription, event: LoggedEvent) => boolean = () => true;

  constructor(...active: Subscription[]) {
    this.active = active;
  }

  webhooks(): readonly Subscription[] {
    return this.active;
  }

  interestOf(subscription: Subscription): Interest {
    return { matches: (event) => this.wants(subscription, event), shape: ({ json }) => json };
  }

  /** Without it, as after a disabling. */
  remove({ id }: Subscription): void {
    this.active = this.active.filter((each) => each.id !== id);
  }
}
