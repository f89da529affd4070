/** An event as the log has it. `json` is the whole CloudEvent as text; `subject` is the case. */
export interface LoggedEvent {
  readonly position: number;
  readonly id: string;
  readonly subject: string;
  readonly json: string;
}

/** What deliveries need of the log. */
export interface EventLog<Event extends LoggedEvent = LoggedEvent> {
  /** The position of the last event. */
  readonly head: number;
  /** The events behind a position, in order; of one case, if it is named. No other event that is wanted lies before `upTo`. */
  read(reading: { readonly after: number; readonly limit: number; readonly subject?: string }): Promise<{ events: Event[]; upTo: number }>;
  /** The events at these positions, in any order; one that the log does not keep any more is left out. */
  at(positions: readonly number[]): Promise<Event[]>;
  /** Resolves when there is an event behind a position, or when the signal is aborted. */
  moved(after: number, signal: AbortSignal): Promise<void>;
}

/** What deliveries need of a subscription by webhook. */
export interface Subscription {
  readonly id: string;
  readonly sink?: string;
  readonly secrets: readonly string[];
  /** A later event of a case waits until the earlier ones are delivered, or given up. */
  readonly ordered: boolean;
  /** The most deliveries a second; no limit unless told. */
  readonly ratePerSecond?: number;
  /** Events behind this position are delivered. */
  readonly from: number;
}

/** What a subscription is interested in, and may have. */
export interface Interest<Event extends LoggedEvent = LoggedEvent> {
  /** Must not throw: what cannot be told does not match. */
  matches(event: Event): boolean;
  /** The JSON that is delivered. */
  shape(event: Event): string;
}

/** The subscriptions that are to be delivered to. */
export interface Subscribers<Event extends LoggedEvent = LoggedEvent> {
  /** The active ones by webhook, as they stand now: the same objects as long as nothing about them has changed. */
  webhooks(): readonly Subscription[];
  interestOf(subscription: Subscription): Interest<Event>;
}

/** What is done when an endpoint fails for long. Each is called again if it rejects. */
export interface Consequences {
  /** The subscriber is told how much of the failure budget is used up, in percent. */
  notify(subscription: Subscription, kind: 'failing', percent: 50 | 70 | 90 | 100): Promise<void>;
  /** The budget is used up: the subscription must not be among `webhooks()` any more. */
  disable(subscription: Subscription): Promise<void>;
  /** The endpoint said 410 Gone: the subscription has ended, and must not be among `webhooks()` any more. */
  unsubscribe(subscription: Subscription): Promise<void>;
}

/** What is logged. */
export interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}
