import { expect, test } from '@jest/globals';
import { FULL, Line } from './line.ts';
import type { Made } from './matcher.ts';
import type { LoggedEvent, Subscription } from './ports.ts';
import { subscriptionTo, TestSubscribers } from './testing/test-subscribers.ts';

const NOW = 1_000_000;

/** A delivery that is told by its position; in a lane if there is one. */
const delivery = (position: number, lane: string | null = null): Made<LoggedEvent> => ({
  id: `d${position}`,
  subscriptionId: 's',
  position,
  eventId: `e${position}`,
  caseId: 'c',
  lane,
  replayId: null,
  attempts: 0,
  earlier: 0,
  since: null,
  event: { position, id: `e${position}`, subject: 'c', json: '{}' },
});

/** A line that has read all that there was. */
function line(more: Partial<Subscription> = {}): Line<LoggedEvent> {
  const subscription = subscriptionTo('http://agency.example/', more);
  const made = new Line({ subscription, interest: new TestSubscribers().interestOf(subscription) }, undefined);
  made.startsLoading();
  made.stopsLoading();
  return made;
}

/** Lets the endpoint show that it is fast, so that it may have many attempts under way. */
function trusted(made: Line<LoggedEvent>): Line<LoggedEvent> {
  for (let i = 0; i < 32; i++) made.endpoint.after({ success: true, status: 204, durationMs: 5 }, NOW);
  return made;
}

const next = (made: Line<LoggedEvent>, now = NOW): unknown => {
  const one = made.next(now);
  return typeof one === 'object' ? one.position : one;
};

test('new deliveries go the short way, unless there is more in the database, or too many wait', () => {
  const made = line();
  made.take([delivery(1)]);
  expect([made.waiting, made.behind]).toEqual([1, false]);
  made.take(Array.from({ length: FULL }, (_, i) => delivery(i + 2)));
  expect([made.waiting, made.behind]).toEqual([1, true]);
  made.startsLoading();
  made.take([delivery(900)]);
  expect([made.waiting, made.behind]).toEqual([1, true]);
});

test('ordered ones are always read from the database', () => {
  const made = line({ ordered: true });
  made.take([delivery(1, 'a')]);
  expect([made.waiting, made.wants]).toEqual([0, true]);
});

test('in a lane one is under way at a time, others go on', () => {
  const made = trusted(line());
  made.add([delivery(1, 'a'), delivery(2, 'a'), delivery(3, 'b')]);
  expect([next(made), next(made), next(made)]).toEqual([1, 3, undefined]);
  made.ended(delivery(1, 'a'), false);
  expect(next(made)).toBe(2);
});

test('behind one that has failed nothing of its lane is sent, nor taken from what was read before that was recorded', () => {
  const made = trusted(line());
  made.add([delivery(1, 'a'), delivery(2, 'a'), delivery(3, 'b')]);
  expect(next(made)).toBe(1);
  made.startsLoading();
  made.ended(delivery(1, 'a'), true);
  expect(made.holds).toEqual(['d1', 'd3']);
  made.recorded(delivery(1, 'a'));
  made.add([delivery(2, 'a'), delivery(4, 'a'), delivery(5, 'c')]);
  made.stopsLoading();
  expect([next(made), next(made), next(made)]).toEqual([3, 5, undefined]);
  made.add([delivery(1, 'a'), delivery(2, 'a')]);
  expect(next(made)).toBe(1);
});

test('a halted line sends and takes nothing, but remembers what is under way', () => {
  const made = trusted(line());
  made.add([delivery(1), delivery(2)]);
  expect(next(made)).toBe(1);
  made.halt();
  made.add([delivery(3)]);
  expect([next(made), made.holds, made.isDone]).toEqual([undefined, ['d1'], false]);
  made.ended(delivery(1), false);
  made.recorded(delivery(1));
  expect(made.isDone).toBe(true);
  made.resume(made.wish);
  expect(made.wants).toBe(true);
});

test('an endpoint that nothing is known of gets one attempt, and one that does not answer as usual gets no more', () => {
  const made = line();
  made.add([1, 2, 3].map((position) => delivery(position)));
  expect([next(made), next(made)]).toEqual([1, undefined]);
  trusted(made);
  expect(next(made, NOW + 100)).toBe(2);
  expect(next(made, NOW + 300)).toBeUndefined();
});

test('who asks for time with 429 or 503 gets it for all deliveries; with another status only for that one', () => {
  const made = trusted(line());
  made.add([delivery(1), delivery(2)]);
  made.endpoint.after({ success: false, status: 500, durationMs: 5, retryAfterMs: 60_000 }, NOW);
  expect(next(made)).toBe(1);
  made.endpoint.after({ success: false, status: 429, durationMs: 5, retryAfterMs: 60_000 }, NOW);
  expect(next(made, NOW + 20_000)).toBe(40_000);
  expect(next(made, NOW + 60_000)).toBeUndefined();
  made.ended(delivery(1), false);
  expect(next(made, NOW + 60_000)).toBe(2);
});

test('after five failures in a row the endpoint is spared; then one attempt shows whether it is back', () => {
  const made = trusted(line());
  made.add([delivery(1), delivery(2), delivery(3)]);
  for (let i = 0; i < 5; i++) made.endpoint.after({ success: false, durationMs: 5 }, NOW);
  expect(next(made, NOW + 1_000)).toBe(9_000);
  expect([next(made, NOW + 10_000), next(made, NOW + 10_000)]).toEqual([1, undefined]);
  made.ended(delivery(1), false);
  made.endpoint.after({ success: true, status: 204, durationMs: 5 }, NOW + 10_010);
  expect(next(made, NOW + 10_010)).toBe(2);
});
