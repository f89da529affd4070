import { CataloguedEvent, EventPage } from '@hengtong/contracts';
import { z } from 'zod';
import { send, type Target } from '../http/send.ts';
import { type Received, streamEvents, type StreamOptions } from '../stream/stream-events.ts';
import { type EventPosition, type EventSelection, queryOf } from './event-selection.ts';

export interface Pulling extends EventPosition {
  readonly filters?: EventSelection;
  /** Events of a page, 1 to 1,000. Default 100. */
  readonly limit?: number;
  /** Seconds to wait for something to come, up to 30. Default 0. */
  readonly wait?: number;
  readonly signal?: AbortSignal;
}

export interface Following extends Pulling {
  /** Go on at the end of the log, and wait for more. Default false: end there. */
  readonly follow?: boolean;
}

/** The log of all events, as far as the caller may have them. */
export interface Events {
  /** The catalogue: every type, with what it says, its schema, an example, its owners and who may have it. */
  types(): Promise<CataloguedEvent[]>;
  /** One page. `next` is the cursor to go on at, also when the page is empty. Without a position it begins at the beginning of the log. */
  pull(options?: Pulling): Promise<EventPage>;
  /**
   * Page after page. Keep `next` when a page is done with: whoever comes back with it as `after` misses nothing and gets nothing twice.
   * @throws as `pull` does, and then nothing is lost: begin again at the last `next`.
   */
  iterate(options?: Following): AsyncGenerator<EventPage, void, undefined>;
  /**
   * Events as they happen, beginning now unless told. It comes back by itself after an interruption, without a gap or a repeat. Keep
   * `cursor` when an event is done with, to begin behind it in another process.
   *
   * ```ts
   * for await (const { event, cursor } of events.stream({ filters: { process: 'enterprise-startup' }, after: kept, signal })) …
   * ```
   * Ends when `signal` is aborted. @throws {ApiError | TokenRefused} what no other try mends.
   */
  stream(options?: StreamOptions): AsyncGenerator<Received, void, undefined>;
}

const EventTypes = z.object({ items: z.array(CataloguedEvent) });

/** Events of one event hub. */
export function eventsAt(hub: Target): Events {
  const pull: Events['pull'] = async ({ filters, after, since, limit, wait = 0, signal } = {}) =>
    EventPage.parse(
      await send(hub, { path: '/v1/events', query: { ...queryOf(filters), after, since, limit, wait }, signal, longer: wait * 1_000 }),
    );
  return {
    types: async () => EventTypes.parse(await send(hub, { path: '/v1/event-types' })).items,
    pull,
    async *iterate({ follow = false, since, after, wait = follow ? 30 : 0, ...rest } = {}) {
      for (let position: EventPosition = { after, since }; ;) {
        const page = await pull({ ...rest, ...position, wait });
        if (page.items.length > 0) yield page;
        else if (!follow && page.next === position.after) return;
        position = { after: page.next };
      }
    },
    stream: (options = {}) => streamEvents(hub, options),
  };
}
