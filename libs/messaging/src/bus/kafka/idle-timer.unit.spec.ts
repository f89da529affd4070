import { createRequire } from 'node:module';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { stopIdleTimer } from './idle-timer.ts';

interface Queue {
  push(request: object): void;
  fulfillRequest(response: object): void;
  maybeThrottle(ms: number): void;
}

const RequestQueue = createRequire(import.meta.url)('kafkajs/src/network/requestQueue/index.js') as new (options: object) => Queue;
const logger = { debug: () => undefined, warn: () => undefined };
const sent = jest.fn();

function queue(): Queue {
  return new RequestQueue({ logger, requestTimeout: 1_000, enforceRequestTimeout: false, clientId: 'c', broker: 'b' });
}

function request(correlationId: number): object {
  return {
    entry: { correlationId, resolve: () => undefined, reject: () => undefined },
    expectResponse: true,
    sendRequest: () => sent(correlationId),
  };
}

beforeEach(() => {
  jest.useFakeTimers();
  sent.mockClear();
  stopIdleTimer();
});
afterEach(() => void jest.useRealTimers());

test('a connection on which nothing waits has no timer, not even after an answer', () => {
  const idle = queue();
  idle.push(request(1));
  idle.fulfillRequest({ correlationId: 1, payload: null, size: 0 });
  expect(jest.getTimerCount()).toBe(0);
});

test('a request that the broker makes wait is sent when it may be', () => {
  const throttled = queue();
  throttled.maybeThrottle(500);
  throttled.push(request(1));
  jest.advanceTimersByTime(400);
  expect(sent).not.toHaveBeenCalled();
  jest.advanceTimersByTime(120);
  expect(sent).toHaveBeenCalledWith(1);
  throttled.fulfillRequest({ correlationId: 1, payload: null, size: 0 });
  expect(jest.getTimerCount()).toBe(0);
});
