import type { TokenSource } from './auth/token-source.ts';
import type { Target } from './http/send.ts';
import { type Cases, casesAt } from './rest/cases.ts';
import { type Events, eventsAt } from './rest/events.ts';
import { type Grants, grantsAt } from './rest/grants.ts';
import { type Subscriptions, subscriptionsAt } from './rest/subscriptions.ts';

export interface HengtongOptions {
  /** Where cases are opened and seen. Default: nowhere, and a call says so. */
  readonly orchestratorUrl?: string;
  /** Where events are handed out. Default: nowhere, and a call says so. */
  readonly eventHubUrl?: string;
  readonly token: TokenSource;
  /** Milliseconds that a call may wait in all for a service that is busy and says when to come back. Default 60,000. */
  readonly patience?: number;
  /** Milliseconds that an answer may take. Default 30,000. */
  readonly timeout?: number;
}

/** What agencies and departments’ systems can ask of Hengtong. */
export interface Hengtong {
  readonly cases: Cases;
  readonly events: Events;
  readonly subscriptions: Subscriptions;
  readonly grants: Grants;
}

/**
 * A client.
 *
 * ```ts
 * const { events } = hengtong({ eventHubUrl: 'https://events.example.gov.cn', token: clientCredentials({ … }) });
 * for await (const { event } of events.stream()) console.log(event.type, event.subject);
 * ```
 */
export function hengtong({ orchestratorUrl, eventHubUrl, token, patience = 60_000, timeout = 30_000 }: HengtongOptions): Hengtong {
  const at = (url: string | undefined, option: string): Target => ({
    get url(): string {
      if (url === undefined) throw new Error(`Say where it is: hengtong({ ${option}: … }).`);
      return url;
    },
    token,
    patience,
    timeout,
  });
  const hub = at(eventHubUrl, 'eventHubUrl');
  return {
    cases: casesAt(at(orchestratorUrl, 'orchestratorUrl')),
    events: eventsAt(hub),
    subscriptions: subscriptionsAt(hub),
    grants: grantsAt(hub),
  };
}
