import type { Bilingual, Case } from '@hengtong/contracts';
import { caseClient } from './case-client.ts';
import { demoCases } from './demo-case.ts';
import { lines } from './event-line.ts';
import { followCase, runCases } from './follow-case.ts';

/** Milliseconds after which a case that is neither closed nor stalled counts as failed. It takes well under a second. */
const limitMs = 60_000;

/** Who applies, and where: the orchestrator's address, and what gives a valid access token each time it is asked. */
export interface Applicant {
  url: string;
  token: () => Promise<string>;
}

/**
 * Opens `count` applications to start an enterprise; shows the first step by step, and of the others how many have ended how.
 * @returns whether all were granted.
 */
export async function demonstrate(
  { url, token }: Applicant,
  count: number,
  titles: ReadonlyMap<string, Bilingual>,
  show: (line: string) => void,
): Promise<boolean> {
  const client = caseClient(url, token);
  const make = demoCases();
  const first = make(0);
  show(`\nOne application: ${String(first.input.enterpriseName)} (POST ${url}/v1/cases)`);
  const done = await followCase(client, first, titles, show, limitMs);
  show(`${summary(done)}  ${url}/v1/cases/${done.id}\n`);
  const outcomes = new Map([[ending(done), 1]]);
  const begun = Date.now();
  const others = Array.from({ length: count - 1 }, (_, index) => make(index + 1));
  await runCases(client, others, (each) => outcomes.set(ending(each), (outcomes.get(ending(each)) ?? 0) + 1), limitMs);
  if (others.length > 0) {
    const seconds = ((Date.now() - begun) / 1000).toFixed(1);
    show(`${others.length} more in ${seconds} s; of all: ${[...outcomes].map(([how, number]) => `${number} ${how}`).join(', ')}\n`);
  }
  return outcomes.get('granted') === count;
}

function ending({ status, outcome }: Case): string {
  return outcome ?? status;
}

function summary(done: Case): string {
  const seconds = ((Date.parse(done.closedAt ?? done.updatedAt) - Date.parse(done.openedAt)) / 1000).toFixed(2);
  const how = done.status === 'closed' ? `closed as ${done.outcome}` : `is ${done.status}`;
  return `Case ${done.code} ${how} after ${seconds} s\n${lines(done.result ?? {})}`;
}
