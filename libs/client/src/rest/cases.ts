import { Case, CaseEvent, type CaseStatus, CaseSummary, type OpenCase, type Outcome, page } from '@hengtong/contracts';
import { send, type Target } from '../http/send.ts';

/** Which cases; what is left out does not matter. */
export interface CaseQuery {
  readonly process?: string;
  readonly status?: CaseStatus | readonly CaseStatus[];
  readonly outcome?: Outcome;
  /** A division code or the beginning of one: 3301 is all of Hangzhou. */
  readonly division?: string;
  /** What the applicant calls it. */
  readonly reference?: string;
  /** Its id, its code, or what the applicant calls it. */
  readonly q?: string;
  /** Where a step of it lies now. */
  readonly department?: string;
  /** Which step lies somewhere now. */
  readonly step?: string;
  /** Opened then or later (RFC 3339), and before. */
  readonly openedFrom?: string;
  readonly openedTo?: string;
  readonly closedFrom?: string;
  readonly closedTo?: string;
  readonly order?: 'newest' | 'oldest';
  /** Open, and without progress since then (RFC 3339). */
  readonly idleBefore?: string;
  /** 1 to 200. Default 50. */
  readonly limit?: number;
  /** `next` of the page before. */
  readonly after?: string;
}

const CasePage = page(CaseSummary);
const EventPage = page(CaseEvent);

/** Applications, as far as the caller may see them. */
export interface Cases {
  /** Opens a case. `idempotencyKey` makes one of several tries that a program makes itself; one call is always one case. */
  open(application: OpenCase, options?: { readonly idempotencyKey?: string }): Promise<Case>;
  get(id: string): Promise<Case>;
  /** One page; the last has no `next`. */
  list(query?: CaseQuery): Promise<{ readonly items: CaseSummary[]; readonly next?: string | undefined }>;
  /** All that has happened in a case so far, in order. */
  events(id: string): Promise<CaseEvent[]>;
}

/** Cases of one orchestrator. */
export function casesAt(orchestrator: Target): Cases {
  return {
    async open(application, { idempotencyKey } = {}) {
      const headers = idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey };
      return Case.parse(await send(orchestrator, { method: 'POST', path: '/v1/cases', body: application, headers }));
    },
    get: async (id) => Case.parse(await send(orchestrator, { path: `/v1/cases/${id}` })),
    list: async (query = {}) =>
      CasePage.parse(
        await send(orchestrator, { path: '/v1/cases', query: { ...query, status: query.status && [query.status].flat().join(',') } }),
      ),
    async events(id) {
      const events: CaseEvent[] = [];
      for (let after: string | undefined, isLast = false; !isLast;) {
        const query = { limit: 200, after };
        const { items, next } = EventPage.parse(await send(orchestrator, { path: `/v1/cases/${id}/events`, query }));
        events.push(...items);
        after = next;
        isLast = next === undefined;
      }
      return events;
    },
  };
}
