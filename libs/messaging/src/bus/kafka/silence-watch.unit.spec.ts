import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { SilenceWatch } from './silence-watch.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('tells of a silence that lasts, counted from the last sign of life', () => {
  const onSilence = jest.fn();
  const watch = new SilenceWatch(1_000, onSilence);
  jest.advanceTimersByTime(900);
  watch.heard();
  jest.advanceTimersByTime(900);
  expect(onSilence).not.toHaveBeenCalled();
  jest.advanceTimersByTime(100);
  expect(onSilence).toHaveBeenCalledTimes(1);
});

test('tells nothing once it is stopped', () => {
  const onSilence = jest.fn();
  const watch = new SilenceWatch(1_000, onSilence);
  watch.stop();
  jest.advanceTimersByTime(2_000);
  expect(onSilence).not.toHaveBeenCalled();
});
