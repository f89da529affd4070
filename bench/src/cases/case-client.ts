import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout } from 'node:timers/promises';

import type { Case, OpenCase } from '@hengtong/contracts';

/** More connections than this would only wait for the one thread of the orchestrator. */
const CONNECTIONS = 64;

/** The public REST API, as a department's system uses it: connections kept alive, an idempotency key with each application. */
export type CaseClient = { open: (application: OpenCase) => Promise<string>; close: () => void };

/** Gives the access token of the applicants' portal. */
export type Token = () => Promise<string>;

/** A case that has the system to itself, and is the first of all, takes this long at most. */
const FIRST_CASE_MS = 30_000;

/**
 * Takes one case from its POST to `closed`, and asks after it until then. Afterwards every topic exists and every service is
 * known to work, so that what is measured is not their start. Rejects when it isn't granted in time.
 */
export async function proveByOneCase(url: string, token: Token, application: OpenCase): Promise<void> {
  const client = caseClient(url, token);
  const id = await client.open(application);
  client.close();
  const patience = AbortSignal.timeout(FIRST_CASE_MS);
  for (;;) {
    const { status, outcome } = (await (
      await fetch(new URL(`/v1/cases/${id}`, url), { headers: { authorization: `Bearer ${await token()}` }, signal: patience })
    ).json()) as Case;
    if (outcome === 'granted') return;
    if (status === 'closed' || status === 'stalled') throw new Error(`The first case of ${application.process} is ${outcome ?? status}`);
    await setTimeout(50);
  }
}

/** A client of the orchestrator at `url`. `open` gives the id of the case; it rejects with the answer's words when that isn't 201. */
export function caseClient(url: string, token: Token): CaseClient {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const target = new URL('/v1/cases', url);
  return {
    open: async (application) => {
      const authorization = `Bearer ${await token()}`;
      return new Promise((resolve, reject) => {
        const body = JSON.stringify(application);
        const headers = {
          authorization,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'idempotency-key': randomUUID(),
        };
        const posted = request(target, { method: 'POST', agent, headers }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString();
            if (response.statusCode === 201) resolve((JSON.parse(text) as { id: string }).id);
            else reject(new Error(`POST /v1/cases was answered with ${response.statusCode}: ${text}`));
          });
        });
        posted.on('error', reject);
        posted.end(body);
      });
    },
    close: () => agent.destroy(),
  };
}
