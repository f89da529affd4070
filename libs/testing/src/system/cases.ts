import { Case, CaseEvent, CaseSummary, type OpenCase } from '@hengtong/contracts';
import { eventually } from '../eventually.ts';
import { answerOf, ask, listOf } from './rest.ts';

/** Milliseconds between two looks at cases: they share the machine with what they look at. */
const LOOK_EVERY = 100;

/** Cases as those outside see them: by the orchestrator's REST interface, each answer held against its schema. */
export interface Cases {
  /** Opens a case. @throws unless it was opened. */
  open(application: OpenCase, headers?: Record<string, string>): Promise<Case>;
  get(id: string): Promise<Case>;
  /** What has happened in a case so far, in order. */
  events(id: string): Promise<CaseEvent[]>;
  list(query?: Record<string, string>): Promise<CaseSummary[]>;
  /** Waits until a case is as `is` says, for at most `within` milliseconds. @throws with how it is then. */
  until(id: string, is: (now: Case) => boolean, within?: number): Promise<Case>;
  /** Waits until nothing more happens in a case by itself: it is closed, or stalled. */
  ended(id: string, within?: number): Promise<Case>;
  /** Waits until a case is closed, however often it stalls before. */
  closed(id: string, within?: number): Promise<Case>;
}

/** Milliseconds. A case takes a fraction of a second; a machine that does three other things at the same time takes longer. */
const WITHIN = 60_000;

/** The cases of the orchestrator at `url`. */
export function casesOf(url: string): Cases {
  const address = `${url}/v1/cases`;
  const cases: Cases = {
    open: async (application, headers = {}) => Case.parse(await answerOf(address, { body: application, headers })),
    get: async (id) => Case.parse(await answerOf(`${address}/${id}`)),
    events: async (id) => (await listOf(`${address}/${id}/events`)).map((event) => CaseEvent.parse(event)),
    list: async (query) => (await listOf(address, query)).map((each) => CaseSummary.parse(each)),
    until: (id, is, within = WITHIN) =>
      eventually(
        async () => {
          const now = await cases.get(id);
          if (!is(now)) throw new Error(`case ${now.code} is ${now.status}: ${describe(now)}`);
          return now;
        },
        within,
        LOOK_EVERY,
      ),
    ended: (id, within) => cases.until(id, ({ status }) => status === 'closed' || status === 'stalled', within),
    closed: (id, within) => cases.until(id, ({ status }) => status === 'closed', within),
  };
  return cases;
}

/**
 * Hands an application in as a careful client does: under one key, again and again until it is acknowledged, whatever is away meanwhile.
 * @param url gives the orchestrator to turn to this time
 * @returns the id of the one case that was opened. @throws when that takes more than two minutes.
 */
export async function handIn(url: () => string, application: OpenCase, key: string): Promise<string> {
  return eventually(
    async () => {
      const { status, body } = await ask<{ id: string }>(`${url()}/v1/cases`, { body: application, headers: { 'idempotency-key': key } });
      if (status === 201) return body.id;
      throw new Error(`POST /v1/cases was answered with ${status}: ${JSON.stringify(body)}`);
    },
    120_000,
    LOOK_EVERY,
  );
}

const describe = ({ steps }: Case): string =>
  Object.entries(steps)
    .map(([name, { status, error }]) => `${name} ${status}${error ? ` (${error})` : ''}`)
    .join(', ');
