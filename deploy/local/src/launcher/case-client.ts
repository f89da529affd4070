import { Case, CaseEvent, page, type OpenCase } from '@hengtong/contracts';

const EventPage = page(CaseEvent);

/** What the launcher needs of the orchestrator's REST interface. */
export interface CaseClient {
  open: (body: OpenCase) => Promise<Case>;
  get: (id: string) => Promise<Case>;
  /** All events of a case, in order; a start-up case has some fifteen. */
  events: (id: string) => Promise<CaseEvent[]>;
}

/**
 * A client of the orchestrator at `url`; `token` gives a valid access token each time it is asked.
 * @throws with the answer's own words when it is not what was asked for.
 */
export function caseClient(url: string, token: () => Promise<string>): CaseClient {
  const call = async (path: string, body?: OpenCase): Promise<unknown> => {
    const method = body === undefined ? 'GET' : 'POST';
    const answer = await fetch(`${url}/v1/cases${path}`, {
      method,
      headers: { authorization: `Bearer ${await token()}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(15_000),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} /v1/cases${path} was answered with ${answer.status}: ${text}`);
    return JSON.parse(text);
  };
  return {
    open: async (body) => Case.parse(await call('', body)),
    get: async (id) => Case.parse(await call(`/${id}`)),
    events: async (id) => EventPage.parse(await call(`/${id}/events?limit=200`)).items,
  };
}
