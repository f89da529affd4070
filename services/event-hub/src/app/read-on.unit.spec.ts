import { expect, test } from '@jest/globals';
import type { Reading } from '../adapters/postgres/read-events.ts';
import { interestOf } from '../domain/interest.ts';
import { cloudEventOf, type LoggedEvent } from '../domain/logged-event.ts';
import { anEvent, CLOSED, OPENED } from '../testing/hub.ts';
import type { EventLog } from './event-log.ts';
import { readOn } from './read-on.ts';

const CASE = '01a20c80-3b4c-7d5e-8f60-718293a4b5c6';
const opened = cloudEventOf(anEvent());
const closed = cloudEventOf(anEvent({ type: CLOSED, subject: CASE }));

/** A log of so many events, of which every thousandth closes the case. */
class LongLog {
  readonly readings: Reading[] = [];
  readonly head: number;

  constructor(head: number) {
    this.head = head;
  }

  async read(reading: Reading): Promise<{ events: LoggedEvent[]; upTo: number }> {
    this.readings.push(reading);
    const { after, limit, types, subject } = reading;
    const events: LoggedEvent[] = [];
    for (let position = after + 1; position <= this.head; position++) {
      const event = position % 1_000 === 0 ? closed : opened;
      if ((types && !types.includes(event.type)) || (subject !== undefined && subject !== event.subject)) continue;
      if (events.push({ position, id: event.id, subject: event.subject, event, json: '' }) === limit) return { events, upTo: position };
    }
    return { events, upTo: this.head };
  }
}

const from = (log: LongLog, wish: Parameters<typeof interestOf>[0], after = 0, limit = 10) =>
  readOn(log as unknown as EventLog, interestOf(wish, undefined), after, limit);

test('comes back as soon as it has enough, with the last that it gives', async () => {
  expect(await from(new LongLog(5_000), {}, 7, 3)).toMatchObject({
    events: [{ position: 8 }, { position: 9 }, { position: 10 }],
    upTo: 10,
  });
});

test('of what is rare goes through a stride and says how far it came, so that it holds up nobody', async () => {
  const log = new LongLog(100_000);
  const { events, upTo } = await from(log, { filters: [{ cel: 'event.type == "moon"' }] });
  expect({ events, upTo }).toEqual({ events: [], upTo: 20_000 });
  expect(log.readings.every(({ limit }) => limit <= 1_000)).toBe(true);
});

test('has the log itself look for types and for a case: one reading finds all that there is of it', async () => {
  const log = new LongLog(100_000);
  const { events, upTo } = await from(log, { types: [CLOSED, OPENED], subject: CASE }, 0, 1_000);
  expect(events).toHaveLength(100);
  expect(upTo).toBe(100_000);
  expect(log.readings).toMatchObject([{ types: [CLOSED, OPENED], subject: CASE }]);
});

test('at the end of the log comes back with where it ends', async () => {
  expect(await from(new LongLog(10), {}, 10)).toEqual({ events: [], upTo: 10 });
});
