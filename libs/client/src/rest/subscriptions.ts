import { type ChangeSubscription, type CreateSubscription, EventPage, page, Subscription } from '@hengtong/contracts';
import { send, type Target } from '../http/send.ts';
import { type Received, streamEvents, type StreamOptions } from '../stream/stream-events.ts';
import { type Deliveries, deliveriesAt, type Page, type PageOf } from './deliveries.ts';

const SubscriptionPage = page(Subscription);

/** Standing wishes: which events are delivered, and how. */
export interface Subscriptions extends Deliveries {
  /** The answer to a webhook has its `secret`, which is shown this once. */
  create(wish: CreateSubscription): Promise<Subscription>;
  list(query?: PageOf): Promise<Page<Subscription>>;
  get(id: string): Promise<Subscription>;
  /**
   * @param read the subscription as it was read: the change is for that version only.
   * @throws {ApiError} `precondition-failed` when it has changed since
   */
  change(read: Pick<Subscription, 'id' | 'version'>, change: ChangeSubscription): Promise<Subscription>;
  /** Ends it for good. */
  end(id: string): Promise<void>;
  /** Of a webhook: a new `secret`, shown this once. The old one signs beside it for a while. */
  rotateSecret(id: string): Promise<Subscription>;
  /** Of pull: what has not been confirmed yet, from the beginning. `wait` in seconds, up to 30. */
  events(id: string, options?: { readonly limit?: number; readonly wait?: number; readonly signal?: AbortSignal }): Promise<EventPage>;
  /** Of pull: all up to this `next` of a page has arrived, and is not handed out again. */
  confirm(id: string, cursor: string): Promise<void>;
  /** Of sse: as `Events.stream`, of what the subscription wishes, from what it has confirmed on unless told. */
  stream(id: string, options?: Omit<StreamOptions, 'filters' | 'since'>): AsyncGenerator<Received, void, undefined>;
}

/** Subscriptions at one event hub. */
export function subscriptionsAt(hub: Target): Subscriptions {
  const at = (id: string): string => `/v1/subscriptions/${id}`;
  return {
    ...deliveriesAt(hub, at),
    create: async (wish) => Subscription.parse(await send(hub, { method: 'POST', path: '/v1/subscriptions', body: wish })),
    list: async (query = {}) => SubscriptionPage.parse(await send(hub, { path: '/v1/subscriptions', query: { ...query } })),
    get: async (id) => Subscription.parse(await send(hub, { path: at(id) })),
    change: async ({ id, version }, change) =>
      Subscription.parse(await send(hub, { method: 'PATCH', path: at(id), body: change, headers: { 'if-match': `"${version}"` } })),
    end: async (id) => void (await send(hub, { method: 'DELETE', path: at(id) })),
    rotateSecret: async (id) => Subscription.parse(await send(hub, { method: 'POST', path: `${at(id)}/secret-rotations`, body: {} })),
    events: async (id, { limit, wait = 0, signal } = {}) =>
      EventPage.parse(await send(hub, { path: `${at(id)}/events`, query: { limit, wait }, signal, longer: wait * 1_000 })),
    confirm: async (id, cursor) => void (await send(hub, { method: 'POST', path: `${at(id)}/confirmations`, body: { cursor } })),
    stream: (id, options = {}) => streamEvents(hub, options, `${at(id)}/stream`),
  };
}
