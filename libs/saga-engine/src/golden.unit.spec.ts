import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { caseEvents } from '@hengtong/contracts';
import type { CaseEvent } from './case-event.ts';
import { ENGINE_VERSION, type CaseState } from './case-state.ts';
import { fold } from './evolve.ts';
import { publicEvent } from './public-event.ts';

/** Histories as they were stored by a release. They are never edited: what was stored once must be understood for ever. */
interface GoldenHistory {
  readonly name: string;
  readonly events: readonly CaseEvent[];
  readonly state: CaseState;
}

const folder = join(import.meta.dirname, '../golden');
const histories = readdirSync(folder).flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as GoldenHistory[]);

test.each(histories.map((history): [string, GoldenHistory] => [history.name, history]))('%s', (_, { events, state }) => {
  const folded = fold(events);
  // A state of an older engine is thrown away and folded anew; one of this engine must come out the same.
  expect(folded).toMatchObject({ caseId: state.caseId, status: state.status, sequence: events.length, engine: ENGINE_VERSION });
  if (state.engine === ENGINE_VERSION) expect(folded).toStrictEqual(state);
  for (const event of events) expect(publicEvent(event).type).toMatch(/^gov\.hengtong\./);
});

test('every type of case event is among them', () => {
  const seen = new Set(histories.flatMap(({ events }) => events.map(({ type }) => type)));
  expect([...seen].toSorted()).toEqual(Object.keys(caseEvents).toSorted());
});
