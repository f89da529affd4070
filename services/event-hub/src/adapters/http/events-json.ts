import type { Interest } from '../../domain/interest.ts';
import type { LoggedEvent } from '../../domain/logged-event.ts';

/** What a page that was read back says beside its events: the cursor of the log's end at that moment, and whether there is anything older. */
export interface ReadBack {
  readonly head: string;
  readonly hasOlder: boolean;
}

/** A page of events as JSON. Each event is JSON already: made again, a page would cost twice as much. */
export const eventsJson = (events: readonly LoggedEvent[], interest: Interest, next: string, back?: ReadBack): string =>
  `{"items":[${events.map((logged) => interest.shape(logged)).join(',')}],"next":"${next}"${
    back ? `,"head":"${back.head}","hasOlder":${back.hasOlder}` : ''
  }}`;
