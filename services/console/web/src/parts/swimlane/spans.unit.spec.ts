import { expect, test } from '@jest/globals';
import { spansOf, type TimedEvent } from './spans.ts';

const at = (second: number): string => new Date(second * 1000).toISOString();
const event = (type: string, second: number, step?: string): TimedEvent => ({ type, at: at(second), ...(step !== undefined && { step }) });
const steps = [
  { name: 'seal', mode: 'automatic' as const },
  { name: 'tax', mode: 'officer' as const },
];

function drawn(events: readonly TimedEvent[], now: number, suspended: readonly string[] = []) {
  const spans = spansOf(steps, events, now * 1000, new Set(suspended));
  return Object.fromEntries(
    [...spans].map(([step, list]) => [
      step,
      list.map(({ kind, from, to, isOpen }) => `${kind} ${from / 1000}–${isOpen ? 'now ' : ''}${to / 1000}`),
    ]),
  );
}

test('software works from the asking on; an officer’s item waits until one takes it in hand', () => {
  const events = [
    event('case-opened', 0),
    event('step-requested', 0, 'seal'),
    event('step-requested', 1, 'tax'),
    event('step-completed', 3, 'seal'),
    event('step-started', 61, 'tax'),
  ];
  expect(drawn(events, 90)).toEqual({ seal: ['working 0–3'], tax: ['waiting 1–61', 'working 61–now 90'] });
});

test('a step whose clock stands still is suspended', () => {
  expect(drawn([event('step-requested', 1, 'tax')], 5, ['tax'])['tax']).toEqual(['suspended 1–now 5']);
});

test('a step that failed is held up until it is done after all', () => {
  const events = [event('step-requested', 1, 'seal'), event('step-failed', 2, 'seal'), event('case-stalled', 2)];
  expect(drawn(events, 10)['seal']).toEqual(['working 1–2', 'held 2–now 10']);
  expect(drawn([...events, event('step-completed', 20, 'seal')], 30)['seal']).toEqual(['working 1–2', 'held 2–20']);
});

test('what a compensation took stands behind what it undid, and nothing goes on in a case that is closed', () => {
  const events = [
    event('step-requested', 0, 'seal'),
    event('step-completed', 2, 'seal'),
    event('step-requested', 2, 'tax'),
    event('step-refused', 4, 'tax'),
    event('step-compensation-requested', 4, 'seal'),
    event('step-compensated', 6, 'seal'),
    event('case-closed', 6),
  ];
  expect(drawn(events, 100)).toEqual({ seal: ['working 0–2', 'compensating 4–6'], tax: ['waiting 2–4'] });
});
