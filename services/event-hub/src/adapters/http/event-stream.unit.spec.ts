import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { EventLog } from '../../app/event-log.ts';
import { cloudEventOf, type LoggedEvent } from '../../domain/logged-event.ts';
import { Cursors } from '../../domain/cursors.ts';
import { interestOf } from '../../domain/interest.ts';
import { anEvent } from '../../testing/hub.ts';
import { streamEvents } from './event-stream.ts';

const cursors = new Cursors(Buffer.alloc(16));
const cursorOf = (position: number): string => cursors.of(position);

/** The answer to a reader who takes what he is sent, or does not. */
class Answer extends EventEmitter {
  readonly written: string[] = [];
  takes = true;
  broken: Error | undefined;
  over = false;

  write(text: string): boolean {
    this.written.push(text);
    return this.takes;
  }

  end(text: string): void {
    this.written.push(text);
    this.over = true;
  }

  destroy(error: Error): void {
    this.broken = error;
  }
}

/** A log whose end the test moves. */
class Log {
  readonly cursors = cursors;
  head = 0;
  reads = 0;
  wake: () => void = () => undefined;

  async read({ after, limit }: { after: number; limit: number }): Promise<{ events: LoggedEvent[]; upTo: number }> {
    this.reads += 1;
    const count = Math.min(limit, this.head - after);
    const events = Array.from({ length: count }, (_, n) => {
      const event = cloudEventOf(anEvent());
      return { position: after + n + 1, id: event.id, subject: event.subject, event, json: JSON.stringify(event) };
    });
    return { events, upTo: after + count };
  }

  moved(after: number, signal: AbortSignal): Promise<void> {
    if (this.head > after || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      this.wake = resolve;
      signal.addEventListener('abort', () => resolve());
    });
  }
}

const everything = interestOf({}, undefined);
let [answer, log, stop] = [new Answer(), new Log(), new AbortController()];
const stream = (until = Infinity): Promise<void> =>
  streamEvents(answer as unknown as ServerResponse, log as unknown as EventLog, everything, { after: 0, until, over: stop.signal });
/** Lets all that is under way come as far as it can. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  [answer, log, stop] = [new Answer(), new Log(), new AbortController()];
  jest.useFakeTimers({ now: 0, doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
});
afterEach(() => {
  jest.useRealTimers();
});

test('says every 15 seconds that it is alive, with the cursor that it has come to', async () => {
  const streaming = stream();
  await settled();
  for (const second of [5, 10, 15]) {
    jest.setSystemTime(second * 1_000);
    log.wake();
    await settled();
  }
  expect(answer.written).toEqual([`retry: 1000\nid: ${cursorOf(0)}\n\n`, `id: ${cursorOf(0)}\n: alive\n\n`]);
  log.head = 1;
  log.wake();
  await settled();
  jest.setSystemTime(30_000);
  log.wake();
  await settled();
  expect(answer.written.at(-1)).toBe(`id: ${cursorOf(1)}\n: alive\n\n`);
  stop.abort();
  await streaming;
  expect(answer.written.at(-1)).toBe(`id: ${cursorOf(1)}\n: closing: come back\n\n`);
  expect(answer.over).toBe(true);
});

test('reads nothing for a reader who has not taken what he was sent, however much happens', async () => {
  const streaming = stream();
  await settled();
  answer.takes = false;
  log.head = 250;
  log.wake();
  await settled();
  const { reads } = log;
  log.head = 1_000;
  log.wake();
  await settled();
  expect(log.reads).toBe(reads);
  expect(answer.written).toHaveLength(2);
  answer.takes = true;
  answer.emit('drain');
  await settled();
  expect(log.reads).toBeGreaterThan(reads);
  stop.abort();
  await streaming;
});

test('leaves a reader waiting for nothing who hangs up while he has not taken what he was sent', async () => {
  const streaming = stream();
  await settled();
  answer.takes = false;
  log.head = 1;
  log.wake();
  await settled();
  stop.abort();
  await streaming;
  expect(answer.listenerCount('drain')).toBe(0);
});

test('cuts a reader off who has taken nothing for 20 seconds, and keeps nothing for him', async () => {
  const patience = new AbortController();
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  const asked = jest.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => (ms === 20_000 ? patience.signal : timeout(ms)));
  const streaming = stream();
  await settled();
  answer.takes = false;
  log.head = 1;
  log.wake();
  await settled();
  patience.abort();
  await streaming;
  asked.mockRestore();
  expect(answer.broken?.message).toContain(`resume at ${cursorOf(0)}`);
  expect(answer.over).toBe(false);
  expect(answer.listenerCount('drain')).toBe(0);
});
