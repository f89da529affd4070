import { type AskGrant, type DecideGrant, Grant, page } from '@hengtong/contracts';
import { send, type Target } from '../http/send.ts';

const GrantPage = page(Grant);

/** The right of an agency to receive events: asked for by the agency, decided by the owner of each type where it is shared on condition. */
export interface Grants {
  ask(wish: AskGrant): Promise<Grant>;
  /** One page, newest first; the last has no `next`. */
  list(query?: {
    readonly limit?: number;
    readonly after?: string;
  }): Promise<{ readonly items: Grant[]; readonly next?: string | undefined }>;
  get(id: string): Promise<Grant>;
  /** Of an owner: gives or declines types of its own that wait for it. */
  decide(id: string, decision: DecideGrant): Promise<Grant>;
  /** Ends it for good, and every delivery under it. */
  end(id: string, reason: string): Promise<Grant>;
}

/** Grants of one event hub. */
export function grantsAt(hub: Target): Grants {
  return {
    ask: async (wish) => Grant.parse(await send(hub, { method: 'POST', path: '/v1/grants', body: wish })),
    list: async (query = {}) => GrantPage.parse(await send(hub, { path: '/v1/grants', query: { ...query } })),
    get: async (id) => Grant.parse(await send(hub, { path: `/v1/grants/${id}` })),
    decide: async (id, decision) => Grant.parse(await send(hub, { method: 'POST', path: `/v1/grants/${id}/decisions`, body: decision })),
    end: async (id, reason) => Grant.parse(await send(hub, { method: 'POST', path: `/v1/grants/${id}/end`, body: { reason } })),
  };
}
