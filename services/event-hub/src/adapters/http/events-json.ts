import type { Interest } from '../../domain/interest.ts';
import type { LoggedEvent } from '../../domain/logged-event.ts';

/** A page of events as JSON. Each event is JSON already: made again, a page would cost twice as much. */
export const eventsJson = (events: readonly LoggedEvent[], interest: Interest, next: string): string =>
  `{"items":[${events.map((logged) => interest.shape(logged)).join(',')}],"next":"${next}"}`;
