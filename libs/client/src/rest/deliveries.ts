import { type CreateReplay, DeliveryRecord, page, Posted, Recovered, Replay } from '@hengtong/contracts';
import { send, type Target } from '../http/send.ts';

/** One page of a list, newest first; the last has no `next`. */
export interface Page<T> {
  readonly items: T[];
  readonly next?: string | undefined;
}

/** Which page. */
export interface PageOf {
  /** 1 to 200. Default 50. */
  readonly limit?: number;
  /** `next` of the page before. */
  readonly after?: string;
}

const DeliveryPage = page(DeliveryRecord);
const ReplayPage = page(Replay);

/** What of a subscription by webhook was delivered, and what is to be delivered again. `id` is that of the subscription. */
export interface Deliveries {
  deliveries(id: string, query?: PageOf & { readonly status?: DeliveryRecord['status'] }): Promise<Page<DeliveryRecord>>;
  /** One of them, with every attempt. */
  delivery(id: string, delivery: string): Promise<DeliveryRecord>;
  resend(id: string, delivery: string): Promise<void>;
  /** Makes deliveries again that have failed since then. @returns how many */
  recover(id: string, since: string): Promise<number>;
  /** Calls the endpoint with an example of a type, to see whether it arrives. */
  testSend(id: string, type?: string): Promise<Posted>;
  /** Sends what was delivered once more, marked `webhook-replay`. */
  replay(id: string, what: CreateReplay): Promise<Replay>;
  replays(id: string, query?: PageOf): Promise<Page<Replay>>;
  /** How far it has come. */
  progressOf(id: string, replay: string): Promise<Replay>;
  cancelReplay(id: string, replay: string): Promise<Replay>;
}

/** Deliveries of subscriptions at one event hub. */
export function deliveriesAt(hub: Target, at: (id: string) => string): Deliveries {
  const post = (path: string, body: unknown = {}): Promise<unknown> => send(hub, { method: 'POST', path, body });
  return {
    deliveries: async (id, query = {}) => DeliveryPage.parse(await send(hub, { path: `${at(id)}/deliveries`, query: { ...query } })),
    delivery: async (id, delivery) => DeliveryRecord.parse(await send(hub, { path: `${at(id)}/deliveries/${delivery}` })),
    resend: async (id, delivery) => void (await post(`${at(id)}/deliveries/${delivery}/resend`)),
    recover: async (id, since) => Recovered.parse(await post(`${at(id)}/recoveries`, { since })).deliveries,
    testSend: async (id, type) => Posted.parse(await post(`${at(id)}/test-sends`, { type })),
    replay: async (id, what) => Replay.parse(await post(`${at(id)}/replays`, what)),
    replays: async (id, query = {}) => ReplayPage.parse(await send(hub, { path: `${at(id)}/replays`, query: { ...query } })),
    progressOf: async (id, replay) => Replay.parse(await send(hub, { path: `${at(id)}/replays/${replay}` })),
    cancelReplay: async (id, replay) => Replay.parse(await post(`${at(id)}/replays/${replay}/cancellation`)),
  };
}
