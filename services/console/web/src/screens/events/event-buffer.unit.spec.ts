import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CloudEvent } from '../../api/index.ts';
import { EventBuffer, type Received } from './event-buffer.ts';

const event = (n: number): CloudEvent => ({ id: String(n) }) as CloudEvent;
const came = (n: number): Received => ({ event: event(n), cursor: `c${n}` });
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);
const rows = (buffer: EventBuffer): number[] => range(0, buffer.length).map((row) => Number(buffer.at(row)?.id));

describe('the list of events', () => {
  test('has the newest first, and each once, however often it comes', () => {
    const buffer = new EventBuffer();
    expect(buffer.receive([came(1), came(2)])).toHaveLength(2);
    expect(buffer.receive([came(2), came(3)]).map((each) => each.event.id)).toEqual(['3']);
    expect(rows(buffer)).toEqual([3, 2, 1]);
    expect([buffer.rowOf('1'), buffer.rowOf('9')]).toEqual([2, -1]);
  });

  test('stands still while it is held, counts what comes, and takes it in when it is released', () => {
    const buffer = new EventBuffer();
    buffer.receive([came(1)]);
    buffer.hold();
    buffer.receive([came(2), came(3), came(2)]);
    expect([rows(buffer), buffer.waitingCount]).toEqual([[1], 2]);
    buffer.release();
    expect([rows(buffer), buffer.waitingCount]).toEqual([[3, 2, 1], 0]);
  });

  test('goes on at its old end with what is read back, also while it is held', () => {
    const buffer = new EventBuffer();
    expect(buffer.hasOlder).toBe(true);
    buffer.prepend({ items: [event(4), event(3)], next: 'c3', hasOlder: true });
    buffer.hold();
    buffer.receive([came(5)]);
    buffer.prepend({ items: [event(3), event(2)], next: 'c2', hasOlder: false });
    expect([rows(buffer), buffer.olderThan, buffer.hasOlder]).toEqual([[4, 3, 2], 'c2', false]);
  });

  test('lets go of the oldest when there are too many, and can read them again', () => {
    const buffer = new EventBuffer(10);
    buffer.receive(range(0, 12).map(came));
    expect([rows(buffer)[0], buffer.length, buffer.olderThan, buffer.hasOlder]).toEqual([11, 9, 'c3', true]);
    buffer.prepend({ items: [event(2), event(1)], next: 'c1', hasOlder: true });
    expect(rows(buffer).slice(-2)).toEqual([2, 1]);
  });

  test('begins anew with the newest when more came than can wait, and can read back what lies between', () => {
    const buffer = new EventBuffer(10);
    buffer.receive([came(0)]);
    buffer.hold();
    buffer.receive(range(1, 30).map(came));
    expect([rows(buffer), buffer.waitingCount]).toEqual([[0], 29]);
    buffer.release();
    expect([rows(buffer), buffer.olderThan, buffer.hasOlder]).toEqual([range(20, 30).toReversed(), 'c20', true]);
  });

  test('whatever happens: in order, without repeats, bounded, and without a gap once it is released', () => {
    const acts = fc.array(fc.oneof(fc.record({ come: fc.nat(8) }), fc.constant('hold' as const), fc.constant('release' as const)));
    fc.assert(
      fc.property(acts, (all) => {
        const buffer = new EventBuffer(10);
        let newest = 0;
        let heldAt: number | undefined;
        for (const act of [...all, 'release' as const]) {
          if (act === 'hold') {
            buffer.hold();
            heldAt ??= newest;
          } else if (act === 'release') {
            buffer.release();
            heldAt = undefined;
          } else buffer.receive(range(newest, (newest += act.come)).map(came));
          expect(buffer.length).toBeLessThanOrEqual(10);
          expect(buffer.waitingCount).toBe(newest - (heldAt ?? newest));
        }
        const shown = rows(buffer).toReversed();
        expect(shown).toEqual(range(newest - shown.length, newest));
        if (shown.length < newest) expect([buffer.hasOlder, buffer.olderThan]).toEqual([true, `c${shown[0]}`]);
      }),
    );
  });
});
