import { expect } from '@jest/globals';
import { type CaseEvent, commandsTopic, type DeadLetter, repliesTopic } from '@hengtong/contracts';
import {
  addressesOf,
  casesOf,
  eventually,
  listOf,
  type OnTopic,
  recordsIn,
  type RunningSystem,
  startupRecords,
  type TestSystem,
  type Topics,
} from '@hengtong/testing';
import pg from 'pg';
import type { ManyCases } from './many-cases.ts';

/** A system, asked at those of its addresses that answer. */
export type RunningServices = Omit<RunningSystem, 'services'> & Pick<TestSystem, 'services'>;

const STEPS = ['register', 'seal', 'tax', 'social-insurance', 'medical-insurance', 'housing-fund'];

/** The events of a start-up that every department has granted, each once. */
const EVENTS = [
  'case-opened',
  ...STEPS.map((step) => `step-requested ${step}`),
  ...STEPS.map((step) => `step-completed ${step}`),
  'case-closed',
].sort();

/** Every acknowledged case closes, granted, with one effect at each department; everything committed is published, nothing set aside. */
export async function expectAllGranted(system: RunningServices, cases: ManyCases): Promise<void> {
  const acknowledged = await cases.all;
  const closed = await cases.closed();
  expect(closed.map(({ id }) => id).sort()).toEqual(acknowledged.toSorted());
  expect(closed.filter(({ outcome }) => outcome !== 'granted')).toEqual([]);
  await expectOneEffectEach(system, acknowledged);
  await expectAllPublished(system);
  await expectNoDeadLetters(system);
}

/** Each step was done once, its events are without a gap, with one record in force at each department. */
async function expectOneEffectEach(system: RunningServices, ids: readonly string[]): Promise<void> {
  const cases = casesOf(system.orchestratorUrl);
  for (const id of ids) {
    const events: CaseEvent[] = await cases.events(id);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    expect(events.map(({ type, step }) => (step ? `${type} ${step}` : type)).sort()).toEqual(EVENTS);
  }
  const wanted = new Set(ids);
  const records = Map.groupBy(
    (await recordsIn(system)).filter(({ caseId }) => wanted.has(caseId)),
    ({ caseId }) => caseId,
  );
  expect(records.size).toBe(wanted.size);
  const everywhere = Object.keys(startupRecords)
    .map((department) => `${department} true`)
    .sort();
  for (const own of records.values()) expect(own.map(({ department, inForce }) => `${department} ${inForce}`).sort()).toEqual(everywhere);
}

/** An outage makes no dead letters. */
async function expectNoDeadLetters(system: RunningServices): Promise<void> {
  for (const [service, url] of addressesOf(system)) {
    const letters = await listOf<DeadLetter>(`${url}/v1/dead-letters`);
    expect({ service, letters }).toEqual({ service, letters: [] });
  }
}

/** A row of an outbox: the messages of one transaction in one lane. */
interface Written {
  readonly lane: number;
  readonly messages: string;
}

/** Milliseconds between two looks at tens of thousands of messages. */
const LOOK_EVERY = 500;

/** The mark of every lane of every service has come to its last position: everything that was committed was acknowledged by the bus. */
async function expectAllPublished(system: RunningServices): Promise<void> {
  for (const { name, databaseUrl } of system.services) {
    await eventually(async () => {
      const behind = await query(databaseUrl, 'select lane, last, published from outbox_lanes where published <> last');
      expect({ name, behind }).toEqual({ name, behind: [] });
    }, 60_000);
  }
}

/**
 * What lies on the topics is what the outboxes hold: no message is missing, none is there that was never committed, and each lane's
 * come in the order in which they were committed, however often one was sent again. Each was taken once.
 */
export async function expectTopicsLikeOutboxes(system: RunningServices, topics: Topics): Promise<void> {
  const databases = new Map(system.services.map(({ service, databaseUrl }) => [service, databaseUrl]));
  const committed = new Map((await Promise.all([...databases.values()].map(committedIn))).flatMap((places) => [...places]));
  await eventually(() => expect(lengthsOf(idsByPlace(topics.messages))).toEqual(lengthsOf(committed)), 60_000, LOOK_EVERY);
  const onTopics = idsByPlace(topics.messages);
  for (const [place, ids] of committed) expect({ place, ids: [...(onTopics.get(place) ?? [])] }).toEqual({ place, ids: [...ids] });

  for (const [service, databaseUrl] of databases) {
    const read = readBy(service, Object.keys(system.departments));
    const delivered = [...onTopics].flatMap(([place, ids]) => (read.has(place.split('/')[0] ?? '') ? [...ids] : []));
    const taken = await query<{ id: string }>(databaseUrl, 'select message_id as id from inbox order by 1');
    expect({ service, taken: taken.map(({ id }) => id) }).toEqual({ service, taken: delivered.sort() });
  }
}

/** The ids of the messages that a service has committed, in order, by the topic and partition that they go to. */
async function committedIn(databaseUrl: string): Promise<Map<string, Set<string>>> {
  const rows = await query<Written>(databaseUrl, 'select lane, messages from outbox order by lane, position');
  const all = rows.flatMap(({ lane, messages }) =>
    (JSON.parse(messages) as { topic: string; message: { id: string } }[]).map(({ topic, message }) => ({
      place: `${topic}/${lane}`,
      id: message.id,
    })),
  );
  return grouped(all);
}

/** The ids on each topic and partition, each where it came first. */
const idsByPlace = (messages: readonly OnTopic[]): Map<string, Set<string>> =>
  grouped(messages.map(({ topic, partition, headers }) => ({ place: `${topic}/${partition}`, id: headers['ce_id'] ?? '' })));

function grouped(all: readonly { place: string; id: string }[]): Map<string, Set<string>> {
  return new Map([...Map.groupBy(all, ({ place }) => place)].map(([place, sent]) => [place, new Set(sent.map(({ id }) => id))]));
}

const lengthsOf = (places: ReadonlyMap<string, ReadonlySet<string>>) =>
  Object.fromEntries([...places].map(([place, { size }]) => [place, size]));

function readBy(service: string, departments: readonly string[]): Set<string> {
  return new Set(service === 'orchestrator' ? departments.map((department) => repliesTopic(department)) : [commandsTopic(service)]);
}

async function query<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}
