import { setTimeout as pause } from 'node:timers/promises';
import type { Bilingual, Case, OpenCase } from '@hengtong/contracts';
import type { CaseClient } from './case-client.ts';
import { eventLine } from './event-line.ts';

/** Milliseconds between two looks at a case. */
const lookEvery = 100;

/** Opens a case and shows its events as they happen, until it is closed or stalled. @throws when it is neither within `limitMs` milliseconds. */
export async function followCase(
  client: CaseClient,
  body: OpenCase,
  titles: ReadonlyMap<string, Bilingual>,
  show: (line: string) => void,
  limitMs: number,
): Promise<Case> {
  const { id } = await client.open(body);
  const deadline = Date.now() + limitMs;
  for (let shown = 0; ; await pause(lookEvery)) {
    // Events first: what they led to is then in the case.
    const fresh = (await client.events(id)).filter(({ sequence }) => sequence > shown);
    const now = await client.get(id);
    for (const event of fresh) show(eventLine(event, now, titles));
    shown = fresh.at(-1)?.sequence ?? shown;
    if (isOver(now) && fresh.length === 0) return now;
    if (Date.now() > deadline) throw stillRunning(now, limitMs);
  }
}

/**
 * Opens as many cases as `bodies` has, sixteen under way at a time, and waits for the end of each; `ended` hears of every one.
 * @throws when a case is neither closed nor stalled within `limitMs` milliseconds.
 */
export async function runCases(
  client: CaseClient,
  bodies: readonly OpenCase[],
  ended: (done: Case) => void,
  limitMs: number,
): Promise<void> {
  const queue = bodies.values();
  const worker = async () => {
    for (const body of queue) ended(await runCase(client, body, limitMs));
  };
  await Promise.all(Array.from({ length: 16 }, worker));
}

async function runCase(client: CaseClient, body: OpenCase, limitMs: number): Promise<Case> {
  const { id } = await client.open(body);
  for (const deadline = Date.now() + limitMs; ; await pause(lookEvery)) {
    const now = await client.get(id);
    if (isOver(now)) return now;
    if (Date.now() > deadline) throw stillRunning(now, limitMs);
  }
}

/** Closed, or waiting for an operator: nothing more happens by itself. */
function isOver({ status }: Case): boolean {
  return status === 'closed' || status === 'stalled';
}

function stillRunning({ code, status }: Case, limitMs: number): Error {
  return new Error(`Case ${code} is still ${status} after ${limitMs / 1000} s.`);
}
