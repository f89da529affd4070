import { tokenOf } from '@hengtong/testing';
import type { Who } from '@hengtong/testing';

/** Who receives: one agency, by a token of the tests' issuer that is good for an hour. */
const AGENCY: Who = { actor: 'agency', client_id: 'statistics-bureau', agency: 'statistics' };

/** The type of all events of the bench: it is shared without condition, so that an agency grants it to itself. */
export const TYPE = 'gov.hengtong.case.opened.v1';

/** An agency at the REST interface of a hub. */
export type Agency = {
  token: string;
  /** Subscribes to the events of one process, or of all, from now on; gives the subscription's id. */
  subscribe: (wish: { delivery: 'webhook'; sink: string; process?: string } | { delivery: 'sse'; process: string }) => Promise<string>;
};

/** An agency that has been granted what the bench sends. */
export async function grantedAgency(url: string): Promise<Agency> {
  const token = await tokenOf(AGENCY);
  const post = async (path: string, body: object): Promise<{ id: string; status: string }> => {
    const answer = await fetch(url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (answer.status !== 201) throw new Error(`POST ${path} was answered with ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as { id: string; status: string };
  };
  const until = new Date(Date.now() + 86_400_000).toISOString();
  await post('/v1/grants', { types: [TYPE], purpose: 'to measure how fast events are delivered', until });
  return {
    token,
    subscribe: async ({ process, ...wish }) => {
      const filters = process === undefined ? [] : [{ exact: { process } }];
      const { id, status } = await post('/v1/subscriptions', { types: [TYPE], ...wish, filters });
      if (status !== 'active') throw new Error(`The subscription is ${status}, not active`);
      return id;
    },
  };
}
